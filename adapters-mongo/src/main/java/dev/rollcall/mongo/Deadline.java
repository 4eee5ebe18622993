package dev.rollcall.mongo;

import com.mongodb.client.MongoCollection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// When an answer must be there, however many operations it takes.
record Deadline(long begun, Duration patience) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime(), patience);
    }

    /// The collection for the next operation, which has what is left of the time.
    <T> MongoCollection<T> on(MongoCollection<T> collection) {
        long left = patience.toNanos() - (System.nanoTime() - begun);
        return collection.withTimeout(
                Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)), TimeUnit.MILLISECONDS);
    }
}
