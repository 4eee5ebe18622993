package dev.rollcall.mongo;

import com.mongodb.client.MongoCollection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The time by which all operations of a call must have ended.
///
/// @param begun the nano time at which the call began
record Deadline(long begun, Duration callTimeout) {

    static Deadline in(Duration callTimeout) {
        return new Deadline(System.nanoTime(), callTimeout);
    }

    /// The collection for the next operation, whose timeout is the rest of the call's.
    <T> MongoCollection<T> on(MongoCollection<T> collection) {
        long left = callTimeout.toNanos() - (System.nanoTime() - begun);
        return collection.withTimeout(
                Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)), TimeUnit.MILLISECONDS);
    }
}
