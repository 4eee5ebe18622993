package dev.rollcall.bootstrap.serve;

import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Why requests should not be sent here now, if there is a reason.
///
/// However often it is asked, the store is asked once a second at most, and once at a time.
final class Readiness implements Supplier<Optional<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private static final Optional<String> NO_ANSWER = Optional.of("the storage does not answer");

    /// Below the second that probes wait for by default.
    static final Duration PATIENCE = Duration.ofMillis(900);

    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    /// No job has this name: to look for it takes an entry of an index.
    private static final ProcessingJobId PROBE =
            new ProcessingJobId(
                    Scope.of("000000000000", "us-east-1"), new ProcessingJobName("rollcall-probe"));

    private final Duration patience;
    private volatile Optional<ReadProcessingJob> store = Optional.empty();
    private volatile boolean stopping;

    private CompletableFuture<Optional<String>> last =
            CompletableFuture.completedFuture(Optional.empty());
    private long asked;

    /// @param patience how long the store may take to answer
    Readiness(Duration patience) {
        this.patience = patience;
    }

    /// Requests are answered from now on, with this store.
    synchronized void serving(ReadProcessingJob from) {
        last = ask(from);
        store = Optional.of(from);
    }

    /// No further requests are answered.
    void stopping() {
        stopping = true;
    }

    @Override
    public Optional<String> get() {
        if (stopping) {
            return Optional.of("stopping");
        }
        return store.map(this::answer).orElseGet(() -> Optional.of("starting"));
    }

    private Optional<String> answer(ReadProcessingJob from) {
        try {
            return answering(from).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return NO_ANSWER;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    private synchronized CompletableFuture<Optional<String>> answering(ReadProcessingJob from) {
        if (last.isDone() && System.nanoTime() - asked >= INTERVAL) {
            last = ask(from);
        }
        return last;
    }

    private CompletableFuture<Optional<String>> ask(ReadProcessingJob from) {
        asked = System.nanoTime();
        var answer = new CompletableFuture<Optional<String>>();
        Thread.startVirtualThread(() -> answer.complete(problem(from)));
        return answer;
    }

    private static Optional<String> problem(ReadProcessingJob from) {
        try {
            from.read(PROBE);
            return Optional.empty();
        } catch (StorageUnavailable e) {
            LOG.debug("Not ready", e);
            return NO_ANSWER;
        } catch (RuntimeException e) {
            LOG.error("The storage can't be asked whether it answers", e);
            return NO_ANSWER;
        }
    }
}
