package dev.rollcall.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@Timeout(60)
class FairTurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Client ADA = new Client("ada");
    private static final Client BOB = new Client("bob");

    private final FairTurns turns = new FairTurns(1);
    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void clients_take_turns_however_many_requests_one_of_them_has() throws Exception {
        assertThat(turns.begin(ADA, LONG)).isTrue();
        var threads =
                List.of(
                        waiting(ADA, "ada 1"),
                        waiting(ADA, "ada 2"),
                        waiting(ADA, "ada 3"),
                        waiting(BOB, "bob 1"),
                        waiting(BOB, "bob 2"));

        turns.end();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(worked).containsExactly("ada 1", "bob 1", "ada 2", "bob 2", "ada 3");
    }

    @Test
    void no_more_work_at_once_than_may() throws Exception {
        var two = new FairTurns(2);

        assertThat(two.begin(ADA, LONG)).isTrue();
        assertThat(two.begin(ADA, LONG)).isTrue();
        assertThat(two.begin(ADA, Duration.ofMillis(1))).isFalse();
        two.end();
        assertThat(two.begin(ADA, LONG)).isTrue();
    }

    @Test
    void one_that_had_no_patience_gets_no_turn_later() throws Exception {
        assertThat(turns.begin(ADA, LONG)).isTrue();
        assertThat(turns.begin(BOB, Duration.ofMillis(1))).isFalse();

        turns.end();

        assertThat(turns.begin(ADA, Duration.ZERO)).isTrue();
    }

    @Test
    void one_that_is_interrupted_gets_no_turn_later() throws Exception {
        assertThat(turns.begin(ADA, LONG)).isTrue();
        var thread = waiting(BOB, "bob");
        thread.interrupt();
        thread.join();

        turns.end();

        assertThat(turns.begin(ADA, Duration.ZERO)).isTrue();
        assertThat(worked).isEmpty();
    }

    /// A thread that waits for its turn when this returns.
    private Thread waiting(Client client, String name) {
        var thread = Thread.ofPlatform().start(() -> work(client, name));
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private void work(Client client, String name) {
        try {
            assertThat(turns.begin(client, LONG)).isTrue();
        } catch (InterruptedException e) {
            return;
        }
        worked.add(name);
        turns.end();
    }
}
