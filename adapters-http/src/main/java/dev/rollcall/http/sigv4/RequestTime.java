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

/// When a request was signed, as the client says: ISO-8601's basic format in UTC,
/// `20130609T095204Z`.
record RequestTime(Instant instant) {

    private static final int LENGTH = 16;
    private static final int DAY_LENGTH = 8;

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// Whole seconds, because the text has no fraction, so what it is compared with needs none.
    RequestTime {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Reads a time; empty if the text is in another format.
    static Optional<RequestTime> parse(String text) {
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

    /// The day in UTC, as in a credential scope: `20130609`.
    String day() {
        return toString().substring(0, DAY_LENGTH);
    }

    @Override
    public String toString() {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
