package dev.rollcall.cli.times;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a duration that a machine waits for: `500ms` or `2s`.
public final class SecondsOrMillis implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(ms|s)");

    @Override
    public Duration convert(String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            throw new TypeConversionException(
                    "'%s' is not a duration: give 500ms or 2s".formatted(value));
        }
        long number = Long.parseLong(form.group(1));
        return form.group(2).equals("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
    }
}
