package dev.rollcall.bootstrap.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Whether requests should be sent to a server.
class ReadinessTest {

    /// Longer than any thread has to wait for its turn.
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static final Duration IMPATIENT = Duration.ofMillis(100);

    private final AtomicInteger asked = new AtomicInteger();

    /// A store that does this before it answers.
    private ReadProcessingJob store(Runnable before) {
        return new ReadProcessingJob() {
            @Override
            public Optional<JobDescription> read(ProcessingJobId id) {
                asked.incrementAndGet();
                before.run();
                return Optional.empty();
            }

            @Override
            public Optional<JobDescription> read(ProcessingJobArn arn) {
                throw new AssertionError("nobody knows an ARN");
            }
        };
    }

    @Test
    void a_server_is_ready_between_its_start_and_its_stop() {
        var readiness = new Readiness(PATIENT);
        assertThat(readiness.get()).contains("starting");

        readiness.serving(store(() -> {}));
        assertThat(readiness.get()).isEmpty();

        readiness.stopping();
        assertThat(readiness.get()).contains("stopping");
    }

    @Test
    void a_store_that_is_away_makes_it_unready() {
        var readiness = new Readiness(PATIENT);
        readiness.serving(
                store(
                        () -> {
                            throw new StorageUnavailable("away", new IOException());
                        }));
        assertThat(readiness.get()).contains("the storage does not answer");
    }

    @Test
    void a_store_that_does_not_answer_makes_it_unready() {
        var readiness = new Readiness(IMPATIENT);
        var never = new CountDownLatch(1);
        readiness.serving(store(() -> awaitQuietly(never)));
        assertThat(readiness.get()).contains("the storage does not answer");
        never.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(60)
    void however_often_it_is_asked_a_store_that_hangs_is_asked_once() {
        var readiness = new Readiness(IMPATIENT);
        var hanging = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        readiness.serving(
                store(
                        () -> {
                            hanging.countDown();
                            awaitQuietly(answer);
                        }));

        awaitQuietly(hanging);
        readiness.get();
        readiness.get();
        assertThat(asked).hasValue(1);

        answer.countDown();
        Optional<String> problem;
        do {
            problem = readiness.get();
        } while (problem.isPresent());
    }
}
