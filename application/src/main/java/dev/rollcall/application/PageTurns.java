package dev.rollcall.application;

import dev.rollcall.domain.listings.PageDraft;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/// Collects pages in turns, so that the slow ones starve nobody. A page begins with a short slice
/// of work. If that is not enough, it is slow, and waits for a turn among the few slow ones that
/// may work at once; after each longer slice it waits again.
final class PageTurns {

    /// Most pages need less.
    private static final Duration FIRST_SLICE = Duration.ofMillis(10);

    /// How long a slow page works until it is another's turn.
    private static final Duration SLOW_SLICE = Duration.ofMillis(100);

    /// Some of what a store does cannot be divided, and it does it in each slice. If it takes long,
    /// the next slice is so many times as long, so that most of it makes progress.
    private static final int LONGER_THAN_OVERRUN = 10;

    /// How many pages may be in their first slice at once. More than are needed to keep a store
    /// busy, and few enough that none waits long for a connection.
    private static final int FIRST_SLICES = 16;

    /// How many rows one slice may examine; in most slices the time is spent first.
    private static final int MAX_ROWS = 1_000_000;

    /// How long a page may wait for its first slice before its request is refused.
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

    private final FairTurns first = new FairTurns(FIRST_SLICES);
    private final FairTurns slow =
            new FairTurns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final FindProcessingJobs store;
    private final Duration pageBudget;
    private final NanoClock time;

    /// @param pageBudget how long a page may take from its first slice on, turns of others included
    PageTurns(FindProcessingJobs store, Duration pageBudget, NanoClock time) {
        this.store = store;
        this.pageBudget = pageBudget;
        this.time = time;
    }

    /// Asks the store until the page is complete or its time is spent.
    ///
    /// @throws StorageUnavailable if the store cannot answer now, or too many wait for it
    PageDraft collect(PageDraft empty, Client client) {
        if (empty.isComplete()) {
            return empty;
        }
        if (!begin(first, client, FIRST_PATIENCE)) {
            throw new StorageUnavailable(
                    "Too many requests wait for the storage.", new TimeoutException());
        }
        long start = time.nanoTime();
        Sliced begun;
        try {
            var length = shorter(FIRST_SLICE, pageBudget);
            // As long as no page is slow, a thread of its own is not worth its price.
            begun = slow.isIdle() ? slice(empty, length) : preemptibly(empty, length);
        } finally {
            first.end();
        }
        return continueSlowly(begun, client, start);
    }

    private PageDraft continueSlowly(Sliced begun, Client client, long start) {
        var page = begun;
        while (!page.draft().isComplete()
                && left(start).isPositive()
                && begin(slow, client, left(start))) {
            try {
                page = preemptibly(page.draft(), shorter(page.next(), left(start)));
            } finally {
                slow.end();
            }
        }
        return page.draft();
    }

    /// A page after a slice of work.
    ///
    /// @param overrun by how much the slice took longer than it should
    private record Sliced(PageDraft draft, Duration overrun) {

        /// How long the next slice should be.
        Duration next() {
            var worthwhile = overrun.multipliedBy(LONGER_THAN_OVERRUN);
            return worthwhile.compareTo(SLOW_SLICE) > 0 ? worthwhile : SLOW_SLICE;
        }
    }

    private Sliced slice(PageDraft draft, Duration length) {
        long start = time.nanoTime();
        var longer = draft.plus(store.find(draft.remainder(), new WorkBudget(MAX_ROWS, length)));
        return new Sliced(longer, since(start).minus(length));
    }

    /// Works in a thread that the operating system interrupts for others. Virtual threads share
    /// theirs only when they wait, so one that scans for long would keep a processor from all.
    private Sliced preemptibly(PageDraft draft, Duration length) {
        var work = new FutureTask<>(() -> slice(draft, length));
        Thread.ofPlatform().name("rollcall-slow-page").daemon().start(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true; // The slice ends soon by itself.
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }

    private static boolean begin(FairTurns turns, Client client, Duration patience) {
        try {
            return turns.begin(client, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("The program stops.", e);
        }
    }

    private Duration left(long start) {
        return pageBudget.minus(since(start));
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
