package dev.rollcall.bench;

import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.sigv4.SignedAccess;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What it costs to verify one signed request, on one core: from the parsed head and the read body
/// to the answer who it is. The signing key is a remembered one, as for every request but a key's
/// first one of a day.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseCompactObjectHeaders")
public class SignatureCheckBenchmark {

    private final ReceivedRequest request = SignedListing.received();
    private final Authenticator check =
            new SignedAccess(
                    id -> Optional.of(SignedListing.KEY).filter(key -> key.id().equals(id)),
                    Duration.ofMinutes(5),
                    InstantSource.fixed(SignedListing.NOW));

    /// Makes sure that it is not a refusal whose cost is measured.
    ///
    /// @throws IllegalStateException if the request is refused
    @Setup
    public void requireSuccess() {
        if (!(check.authenticate(request) instanceof Granted)) {
            throw new IllegalStateException("the request is refused");
        }
    }

    @Benchmark
    public Object verification() {
        return check.authenticate(request);
    }
}
