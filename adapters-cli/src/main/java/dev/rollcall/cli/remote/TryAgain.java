package dev.rollcall.cli.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A server is there, but cannot take anything now.
final class TryAgain extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

    private final transient Optional<Duration> after;

    /// @param after how long the server asks to wait, if it does
    TryAgain(String message, Optional<Duration> after) {
        super(message);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }

    /// The time of a `Retry-After` header that counts seconds.
    static Optional<Duration> seconds(String header) {
        return Optional.of(header)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }
}
