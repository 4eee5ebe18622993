package dev.rollcall.jdbc.h2;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The first write or sync of a database that failed. Whatever fails after it may fail because of
/// it, and with a message that names no disk.
final class WriteFailures {

    private final AtomicReference<@Nullable IOException> first = new AtomicReference<>();

    /// Notes a failure and returns it, to be thrown.
    IOException noted(IOException failure) {
        first.compareAndSet(null, failure);
        return failure;
    }

    Optional<IOException> first() {
        return Optional.ofNullable(first.get());
    }
}
