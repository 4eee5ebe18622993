package dev.rollcall.application;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets so many work at once. The others wait, and clients take turns: one that waits with a
/// hundred requests keeps another's single one waiting for no more than one of them.
final class FairTurns {

    /// One that waits, until its latch is open.
    private static final class Waiter {
        private final CountDownLatch turn = new CountDownLatch(1);
    }

    private final int atOnce;
    private int working;

    /// Whoever waits, by client; the client whose turn is next is first.
    private final SequencedMap<Client, Queue<Waiter>> waiting = new LinkedHashMap<>();

    /// @param atOnce how many may work at once
    FairTurns(int atOnce) {
        this.atOnce = atOnce;
    }

    /// Waits for a turn.
    ///
    /// @return whether there was one in time; then it must be ended
    boolean begin(Client client, Duration patience) throws InterruptedException {
        var waiter = new Waiter();
        synchronized (this) {
            if (working < atOnce) {
                working++;
                return true;
            }
            waiting.computeIfAbsent(client, c -> new ArrayDeque<>()).add(waiter);
        }
        try {
            return waiter.turn.await(patience.toNanos(), TimeUnit.NANOSECONDS)
                    || !withdraw(client, waiter);
        } catch (InterruptedException e) {
            if (!withdraw(client, waiter)) {
                end();
            }
            throw e;
        }
    }

    /// Whether nobody works.
    synchronized boolean isIdle() {
        return working == 0;
    }

    /// Ends a turn, and so begins that of the next one that waits.
    synchronized void end() {
        var next = waiting.pollFirstEntry();
        if (next == null) {
            working--;
            return;
        }
        next.getValue().remove().turn.countDown();
        if (!next.getValue().isEmpty()) {
            waiting.put(next.getKey(), next.getValue());
        }
    }

    /// Whether this one still waited, and does no more.
    private synchronized boolean withdraw(Client client, Waiter waiter) {
        Queue<Waiter> ofClient = waiting.getOrDefault(client, new ArrayDeque<>());
        boolean waited = ofClient.remove(waiter);
        if (ofClient.isEmpty()) {
            waiting.remove(client);
        }
        return waited;
    }
}
