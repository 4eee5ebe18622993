package dev.rollcall.http.access;

import dev.rollcall.application.NanoClock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Logs why signatures are refused, for an operator who looks for the reason: a proxy that changes
/// `Host` breaks every signature, and nothing else would show it.
///
/// There is at most one line in ten seconds for each reason, because anybody who reaches the server
/// can cause them.
public final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

    /// A name or an address, with a port or without. A signature is longer than the 63 characters
    /// of a label, so none gets into the log as a host.
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){0,9}|\\[[0-9A-Fa-f:.]{2,45}])"
                            + "(?::[0-9]{1,5})?");

    private static final String UNKNOWN = "(malformed or missing)";

    /// The lines of one reason.
    private static final class Lines {

        private OptionalLong last = OptionalLong.empty();
        private long notLogged;
    }

    private final NanoClock time;
    private final Map<RefusalReason, Lines> lines = new EnumMap<>(RefusalReason.class);

    public RefusalLog(NanoClock time) {
        this.time = time;
    }

    /// One more request is refused.
    ///
    /// @param host what the client sent; it is logged only if it is well-formed
    public void add(String requestId, RefusedClaim claim, Optional<String> host) {
        turn(claim.reason())
                .ifPresent(
                        before ->
                                LOG.warn(
                                        "Request {} is refused: {}. Access key {}, Host {}, region"
                                                + " {}. Not logged since the last such line: {}",
                                        requestId,
                                        claim.reason().sentence(),
                                        claim.keyId().orElse(UNKNOWN),
                                        host.filter(h -> HOST.matcher(h).matches()).orElse(UNKNOWN),
                                        claim.region().orElse(UNKNOWN),
                                        before));
    }

    /// How many refusals for this reason were not logged before this one, if it may be logged.
    private synchronized OptionalLong turn(RefusalReason reason) {
        long now = time.nanoTime();
        var of = lines.computeIfAbsent(reason, _ -> new Lines());
        if (of.last.isPresent() && now - of.last.getAsLong() < INTERVAL) {
            of.notLogged++;
            return OptionalLong.empty();
        }
        long before = of.notLogged;
        of.last = OptionalLong.of(now);
        of.notLogged = 0;
        return OptionalLong.of(before);
    }
}
