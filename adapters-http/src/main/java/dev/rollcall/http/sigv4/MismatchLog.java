package dev.rollcall.http.sigv4;

import dev.rollcall.http.access.AccessKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Logs that a signature does not match, for an operator who looks for the reason: a proxy that
/// changes `Host` breaks every signature, and nothing else would show it.
///
/// There is at most one line in ten seconds, because anybody who knows the identifier of a key can
/// cause them.
final class MismatchLog {

    private static final Logger LOG = LoggerFactory.getLogger(MismatchLog.class);

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /// A name or an address, with a port or without. A signature is longer than the 63 characters
    /// of a label, so none gets into the log as a host.
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){0,9}|\\[[0-9A-Fa-f:.]{2,45}])"
                            + "(?::[0-9]{1,5})?");

    private Instant last = Instant.MIN;
    private long notLogged;

    /// @param host what the client sent; it is logged only if it is well-formed
    void add(AccessKey key, Optional<String> host, Instant now) {
        turn(now)
                .ifPresent(
                        before ->
                                LOG.warn(
                                        "A signature with the access key {} does not match the"
                                            + " request, which came with the Host {}. Either the"
                                            + " client has a wrong secret, or a proxy changed Host"
                                            + " or another signed header. Not logged since the last"
                                            + " such line: {}",
                                        key.id(),
                                        host.filter(h -> HOST.matcher(h).matches())
                                                .orElse("(malformed or missing)"),
                                        before));
    }

    /// How many mismatches were not logged before this one, if this one may be logged.
    private synchronized OptionalLong turn(Instant now) {
        if (Duration.between(last, now).abs().compareTo(INTERVAL) < 0) {
            notLogged++;
            return OptionalLong.empty();
        }
        long before = notLogged;
        last = now;
        notLogged = 0;
        return OptionalLong.of(before);
    }
}
