package dev.rollcall.cli.times;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A duration as a person gives it who means more than seconds: `7d` or `12h`.
public final class DaysOrHours implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})([dh])");

    @Override
    public Duration convert(String value) {
        return parse(value)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is not a duration: give 7d or 12h".formatted(value)));
    }

    /// The duration that a text says; empty if it says none.
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        return Optional.of(
                form.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number));
    }
}
