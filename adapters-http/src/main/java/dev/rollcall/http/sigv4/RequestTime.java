package dev.rollcall.http.sigv4;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// When a request was signed, by its own word: ISO-8601's basic format in UTC, `20130609T095204Z`.
public record RequestTime(Instant instant) {

    private static final int LENGTH = 16;
    private static final int DAY_LENGTH = 8;

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// In whole seconds: the text has no more, and so neither has what it is compared with.
    public RequestTime {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Reads the time; empty if the text is anything else.
    public static Optional<RequestTime> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text, FORMAT);
            return Optional.of(new RequestTime(time.toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    RequestTime minus(Duration duration) {
        return new RequestTime(instant.minus(duration));
    }

    RequestTime plus(Duration duration) {
        return new RequestTime(instant.plus(duration));
    }

    boolean isBefore(RequestTime other) {
        return instant.isBefore(other.instant);
    }

    /// The day in UTC, as it stands in a credential scope: `20130609`.
    public String day() {
        return toString().substring(0, DAY_LENGTH);
    }

    @Override
    public String toString() {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
