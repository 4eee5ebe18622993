package dev.rollcall.http.request;

import dev.rollcall.application.NanoClock;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The memory that the bodies of all requests and answers may take together, whatever route they
/// are of, so that no number of clients can exhaust the heap.
///
/// When it is used up, clients that are waited for give way: among long bodies the one that has
/// been waited for the longest first, so that whoever sends without a pause is before those who
/// occupy the memory on purpose. Short ones count for as much less as they are shorter: on a busy
/// machine a short request may wait its turn for longer than a flood of long bodies takes to
/// arrive.
public final class BodyMemory {

    /// From how many bytes on a body is long.
    private static final int LONG = 16 * 1024;

    private final long limit;

    private final NanoClock clock;

    /// Those that wait for their client, the longest wait first.
    private final Set<Share> waiting = new LinkedHashSet<>();

    private long held;
    private boolean refusing;

    /// @param limit in bytes
    public BodyMemory(long limit, NanoClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /// How many bytes all bodies together may take.
    public long limit() {
        return limit;
    }

    /// A share for a body that arrives.
    ///
    /// @param giveWay what refuses the request when the memory is needed for others; whoever is
    ///   called must let go of the body at once
    public Share arriving(Runnable giveWay) {
        return share(true, giveWay);
    }

    /// A share for an answer that its client has to take.
    ///
    /// @param giveWay what ends the connection when the memory is needed for others
    public Share leaving(Runnable giveWay) {
        return share(false, giveWay);
    }

    private synchronized Share share(boolean arriving, Runnable giveWay) {
        var share = new Share(arriving, giveWay);
        waiting.add(share);
        return share;
    }

    /// From now on, no body is waited for: for a server that stops. Answers may still be taken.
    public void refuseUnfinished() {
        withdrawArriving().forEach(share -> share.giveWay.run());
    }

    private synchronized List<Share> withdrawArriving() {
        refusing = true;
        var arriving = waiting.stream().filter(share -> share.arriving).toList();
        arriving.forEach(Share::release);
        return arriving;
    }

    private Optional<Share> heaviest() {
        long now = clock.nanoTime();
        return waiting.stream()
                .filter(share -> share.bytes > 0)
                .max(Comparator.comparingDouble(share -> share.weight(now)));
    }

    /// How many bytes are held.
    synchronized long held() {
        return held;
    }

    /// The part of the memory that one body takes.
    public final class Share implements AutoCloseable {

        private final boolean arriving;
        private final Runnable giveWay;
        private final long since = clock.nanoTime();
        private long bytes;

        private Share(boolean arriving, Runnable giveWay) {
            this.arriving = arriving;
            this.giveWay = giveWay;
        }

        /// Asks for this many bytes in all, before they are allocated.
        ///
        /// @return whether they may be; if not, the body must be refused
        public boolean resize(long total) {
            while (true) {
                Optional<Share> victim;
                synchronized (BodyMemory.this) {
                    if (total > limit || !waiting.contains(this) || (refusing && arriving)) {
                        return false;
                    }
                    if (held - bytes + total <= limit) {
                        held += total - bytes;
                        bytes = total;
                        return true;
                    }
                    victim = heaviest();
                    victim.ifPresent(Share::release);
                }
                if (victim.isEmpty()) {
                    return false;
                }
                // Outside of the lock, because whoever gives way has locks of its own.
                victim.get().giveWay.run();
            }
        }

        /// The client need not be waited for any more, so the share is safe until it is closed.
        ///
        /// @return whether it is not too late for that
        public boolean keep() {
            synchronized (BodyMemory.this) {
                return waiting.remove(this);
            }
        }

        private double weight(long now) {
            return (double) Math.min(bytes, LONG) * (now - since);
        }

        private void release() {
            waiting.remove(this);
            held -= bytes;
            bytes = 0;
        }

        /// Gives the memory back. A second call does nothing.
        @Override
        public void close() {
            synchronized (BodyMemory.this) {
                release();
            }
        }
    }
}
