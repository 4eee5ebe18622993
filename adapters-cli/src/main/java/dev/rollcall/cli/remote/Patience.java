package dev.rollcall.cli.remote;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.FailureText;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Asks a server again while it does not answer, at growing intervals, and says so once.
///
/// @param server what to call it
/// @param atMost how long in all, for each request
/// @param notices takes what a person should know, a line at a time
/// @param said whether the person knows
record Patience(String server, Duration atMost, Consumer<String> notices, AtomicBoolean said) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    Patience(String server, Duration atMost, Consumer<String> notices) {
        this(server, atMost, notices, new AtomicBoolean());
    }

    /// Asks a server.
    @FunctionalInterface
    interface Question<T> {

        T ask() throws IOException, InterruptedException;
    }

    /// @throws StorageUnavailable if the server does not answer in time
    <T> T untilAnswered(Question<T> question) {
        long begun = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return question.ask();
            } catch (TryAgain e) {
                pause(begun, longer(pause, e.after()), e);
            } catch (IOException e) {
                pause(begun, pause, e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private void pause(long begun, Duration pause, IOException reason) {
        if (System.nanoTime() - begun + pause.toNanos() > atMost.toNanos()) {
            throw new StorageUnavailable(
                    "%s: %s".formatted(server, FailureText.of(reason)), reason);
        }
        if (said.compareAndSet(false, true)) {
            notices.accept(
                    "%s does not answer now (%s); trying again for %d s."
                            .formatted(server, FailureText.of(reason), atMost.toSeconds()));
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StorageUnavailable interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new StorageUnavailable("The import was interrupted.", cause);
    }

    private static Duration longer(Duration one, Optional<Duration> other) {
        return other.filter(it -> it.compareTo(one) > 0).orElse(one);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
