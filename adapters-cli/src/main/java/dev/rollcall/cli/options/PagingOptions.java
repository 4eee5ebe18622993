package dev.rollcall.cli.options;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.cli.errors.UserError;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The option that limits what a page may cost.
public final class PagingOptions {

    @Option(
            names = "--page-budget",
            paramLabel = "DURATION",
            converter = Span.class,
            description =
                    "How long a page may take; after that it is answered short, with a token."
                            + " Such as 500ms or 2s. Default: 2s.")
    private Duration pageBudget = ListProcessingJobs.DEFAULT_PAGE_BUDGET;

    /// The time that a page may take.
    ///
    /// @throws UserError if it is no time at all
    public Duration budget() {
        if (!pageBudget.isPositive()) {
            throw new UserError("A page budget of 0 or less finds nothing.", "allow 1ms or more.");
        }
        return pageBudget;
    }

    /// Reads a number of milliseconds or seconds.
    public static final class Span implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(ms|s)");

        @Override
        public Duration convert(String value) {
            Matcher span = FORM.matcher(value);
            if (!span.matches()) {
                throw new TypeConversionException(
                        "'%s' is not a duration: give 500ms or 2s".formatted(value));
            }
            long number = Long.parseLong(span.group(1));
            return span.group(2).equals("ms")
                    ? Duration.ofMillis(number)
                    : Duration.ofSeconds(number);
        }
    }
}
