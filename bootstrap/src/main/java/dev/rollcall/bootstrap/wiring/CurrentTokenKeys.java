package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.domain.tokens.TokenKeyRing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Token keys that may change while they are in use. They are read again when they are needed and
/// the last time is some seconds ago; keys that cannot be read leave those that were read before in
/// force.
final class CurrentTokenKeys implements Supplier<TokenKeyRing> {

    /// Well below the minute in which every replica must know of a new key.
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CurrentTokenKeys.class);

    private final Supplier<TokenKeyRing> read;
    private final long interval;
    private final AtomicLong lastRead;
    private volatile TokenKeyRing keys;

    /// Reads the keys for the first time; an exception of that is passed on.
    CurrentTokenKeys(Supplier<TokenKeyRing> read) {
        this(read, INTERVAL);
    }

    CurrentTokenKeys(Supplier<TokenKeyRing> read, Duration interval) {
        this.read = read;
        this.interval = interval.toNanos();
        this.lastRead = new AtomicLong(System.nanoTime());
        this.keys = read.get();
    }

    @Override
    public TokenKeyRing get() {
        long last = lastRead.get();
        long now = System.nanoTime();
        if (now - last >= interval && lastRead.compareAndSet(last, now)) {
            readAgain();
        }
        return keys;
    }

    private void readAgain() {
        try {
            keys = read.get();
        } catch (UserError | StorageUnavailable e) {
            LOG.warn("The token keys stay as they were: {}", e.getMessage());
        }
    }
}
