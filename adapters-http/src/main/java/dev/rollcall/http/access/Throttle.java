package dev.rollcall.http.access;

import dev.rollcall.application.NanoClock;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.AuthenticationResult.Throttled;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Limits how often each access key may be used. The signature is verified first, so no client can
/// use up another's requests, and there are no more buckets than keys.
public final class Throttle implements Authenticator {

    private final Authenticator authenticator;
    private final Rate rate;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public Throttle(Authenticator authenticator, Rate rate, NanoClock time) {
        this.authenticator = authenticator;
        this.rate = rate;
        this.time = meter(time);
    }

    @Override
    public AuthenticationResult authenticate(ReceivedRequest request) {
        return switch (authenticator.authenticate(request)) {
            case Refused refused -> refused;
            case Throttled throttled -> throttled;
            case Granted client -> client.key().map(key -> limited(client, key)).orElse(client);
        };
    }

    /// Nothing is counted yet: anybody can name another's key.
    @Override
    public Optional<Refused> refuse(RequestHead head) {
        return authenticator.refuse(head);
    }

    private AuthenticationResult limited(Granted client, AccessKey key) {
        var probe = buckets.computeIfAbsent(key.id(), _ -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? client
                : new Throttled(key.id(), Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(rate.burst())
                                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /// Bucket4j's own meter of nanoseconds would do, but a test needs to set the time.
    private static TimeMeter meter(NanoClock time) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return time.nanoTime();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
