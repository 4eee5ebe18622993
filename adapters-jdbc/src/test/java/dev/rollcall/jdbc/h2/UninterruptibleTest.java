package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

class UninterruptibleTest {

    private static boolean isDoneInVirtualThread(Executor caller) {
        return CompletableFuture.supplyAsync(
                        () -> Uninterruptible.run(() -> Thread.currentThread().isVirtual()), caller)
                .join();
    }

    /// A scan for a slow page is called from a platform thread, so that others can preempt it.
    @Test
    void work_is_done_in_a_thread_of_the_callers_kind() {
        assertThat(isDoneInVirtualThread(Thread::startVirtualThread)).isTrue();
        assertThat(isDoneInVirtualThread(it -> Thread.ofPlatform().start(it))).isFalse();
    }

    @Test
    void work_goes_on_when_the_caller_is_interrupted_and_the_interrupt_stays() {
        Thread.currentThread().interrupt();

        boolean interrupted = Uninterruptible.run(() -> Thread.currentThread().isInterrupted());

        assertThat(interrupted).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
