package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.StorageNotThereYet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How long to wait for the server of a storage that is not there yet: services are often started
/// before their databases. Whatever a server refuses is not waited for.
///
/// @param atMost how long; zero if not at all
/// @param notice told once, when the waiting begins
public record StorageWait(Duration atMost, Consumer<String> notice) {

    /// Fails at once.
    static final StorageWait NONE = new StorageWait(Duration.ZERO, _ -> {});

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// Opens a storage, again and again while its server is not there.
    ///
    /// @throws StorageNotThereYet if it is not there in time
    <T> T until(Supplier<T> opened) {
        long begun = System.nanoTime();
        try {
            return opened.get();
        } catch (StorageNotThereYet e) {
            if (atMost.isZero()) {
                throw e;
            }
        }
        notice.accept(
                "Waiting up to %d s for the storage, which is not there yet."
                        .formatted(atMost.toSeconds()));
        while (true) {
            LockSupport.parkNanos(PAUSE.toNanos());
            try {
                return opened.get();
            } catch (StorageNotThereYet e) {
                if (System.nanoTime() - begun >= atMost.toNanos()) {
                    throw e;
                }
            }
        }
    }
}
