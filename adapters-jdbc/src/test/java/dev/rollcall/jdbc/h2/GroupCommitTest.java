package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageUnavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Who waits, what is made durable together, and which caller gets which failure.
@Timeout(60)
class GroupCommitTest {

    private static final int CALLERS = 8;

    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService callers = Executors.newThreadPerTaskExecutor(this::thread);
    private final CountDownLatch firstWriteMayEnd = new CountDownLatch(1);
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger forces = new AtomicInteger();
    private final GroupCommit commits = new GroupCommit(forces::incrementAndGet);

    @AfterEach
    void stop() {
        commits.close();
        callers.close();
    }

    @Test
    void writes_that_come_during_another_one_are_made_durable_together() throws Exception {
        List<Future<Integer>> writes = callersBehindASlowOne(commits, written::incrementAndGet);
        firstWriteMayEnd.countDown();
        for (Future<Integer> each : writes) {
            each.get();
        }
        assertThat(written).hasValue(CALLERS);
        assertThat(forces).hasValue(2);
    }

    @Test
    void no_write_is_acknowledged_before_it_is_durable() {
        List<String> order = new ArrayList<>();
        try (var ordered = new GroupCommit(() -> order.add("force"))) {
            ordered.commit(
                    () -> {
                        order.add("write");
                        return 1;
                    });
            order.add("acknowledge");
        }
        assertThat(order).containsExactly("write", "force", "acknowledge");
    }

    @Test
    void a_write_that_fails_fails_alone() throws Exception {
        List<Future<Integer>> writes =
                callersBehindASlowOne(
                        commits,
                        () -> {
                            if (written.incrementAndGet() == 3) {
                                throw new IllegalArgumentException("third");
                            }
                            return 7;
                        });
        firstWriteMayEnd.countDown();
        int failed = 0;
        for (Future<Integer> each : writes) {
            try {
                assertThat(each.get()).isIn(0, 7);
            } catch (ExecutionException e) {
                assertThat(e).hasRootCauseMessage("third");
                failed++;
            }
        }
        assertThat(failed).isEqualTo(1);
    }

    @Test
    void after_the_disk_failed_nothing_is_acknowledged_though_the_next_attempt_would_succeed() {
        var attempts = new AtomicInteger();
        try (var failing =
                new GroupCommit(
                        () -> {
                            if (attempts.getAndIncrement() == 0) {
                                throw new IllegalStateException("disk");
                            }
                        })) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> failing.commit(written::incrementAndGet))
                        .isInstanceOf(StorageUnavailable.class)
                        .hasRootCauseMessage("disk");
            }
        }
        assertThat(written).hasValue(1);
    }

    @Test
    void an_error_leaves_no_caller_waiting() {
        assertThatThrownBy(
                        () ->
                                commits.commit(
                                        () -> {
                                            throw new StackOverflowError("deep");
                                        }))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(commits.commit(() -> 1)).isEqualTo(1);
    }

    @Test
    void an_interrupted_caller_gets_its_answer_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(commits.commit(() -> Thread.currentThread().isInterrupted() ? 0 : 1))
                .isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closing_finishes_waiting_writes_even_when_it_is_interrupted() throws Exception {
        List<Future<Integer>> writes = callersBehindASlowOne(commits, written::incrementAndGet);
        Thread closing =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    commits.close();
                                });
        firstWriteMayEnd.countDown();
        closing.join();
        for (Future<Integer> each : writes) {
            each.get();
        }
        assertThat(written).hasValue(CALLERS);
        assertThatThrownBy(() -> commits.commit(() -> 1)).isInstanceOf(StorageUnavailable.class);
    }

    private Thread thread(Runnable caller) {
        Thread thread = Thread.ofVirtual().unstarted(caller);
        threads.add(thread);
        return thread;
    }

    /// A caller whose write goes on until it may end, and more who come meanwhile. A caller who
    /// waits has handed over what it brought.
    private List<Future<Integer>> callersBehindASlowOne(GroupCommit commits, IntSupplier write)
            throws Exception {
        var firstWrites = new CountDownLatch(1);
        List<Future<Integer>> writes = new ArrayList<>();
        writes.add(
                callers.submit(
                        () ->
                                commits.commit(
                                        () -> {
                                            firstWrites.countDown();
                                            await(firstWriteMayEnd);
                                            return 0;
                                        })));
        firstWrites.await();
        for (int i = 0; i < CALLERS; i++) {
            writes.add(callers.submit(() -> commits.commit(write)));
        }
        while (threads.stream().anyMatch(each -> each.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        return writes;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
