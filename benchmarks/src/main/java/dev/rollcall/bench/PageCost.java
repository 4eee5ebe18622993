package dev.rollcall.bench;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a page of 100 of one kind of listing costs, page after page.
///
/// @param examined the most index entries that one of some pages looked at
/// @param naive times of naive SQL for the same pages; none if it did not answer in its time
record PageCost(Times times, int examined, Optional<Times> naive) {

    static final int PAGE = 100;

    private static final int WARM_UP = 200;
    private static final int PAGES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration NAIVE_DEADLINE = Duration.ofSeconds(5);
    private static final WorkBudget BUDGET = new WorkBudget(1_000_000, Duration.ofSeconds(2));

    /// @param begin where the first page begins, and the one after the last
    static PageCost of(QueryClass kind, Optional<Position> begin, MeasuredStore measured) {
        var times = new Times();
        int examined = 0;
        Optional<Position> from = begin;
        long deadline = deadline();
        for (int page = 0; goesOn(page, deadline); page++) {
            Optional<Position> at = from;
            Slice slice = times.of(() -> find(kind, at, measured));
            if (page % 20 == 0) {
                examined = Math.max(examined, examined(kind, at, measured));
            }
            from = next(kind, slice).or(() -> begin);
        }
        times.forgetFirst(WARM_UP);
        return new PageCost(times, examined, naive(kind, measured));
    }

    /// The most index entries that a page looks at.
    static int examined(QueryClass kind, Optional<Position> from, MeasuredStore measured) {
        return measured.examined(kind.query().select(from, PAGE + 1), BUDGET);
    }

    static Slice find(QueryClass kind, Optional<Position> from, MeasuredStore measured) {
        return measured.store().find(kind.query().select(from, PAGE + 1), BUDGET);
    }

    /// Where the page after a slice begins.
    static Optional<Position> next(QueryClass kind, Slice slice) {
        return switch (slice) {
            case Slice.Stopped stopped -> Optional.of(stopped.lastExamined());
            case Slice.Full(var jobs) ->
                    jobs.size() > PAGE
                            ? Optional.of(kind.query().ordering().positionOf(jobs.get(PAGE - 1)))
                            : Optional.empty();
        };
    }

    private static Optional<Times> naive(QueryClass kind, MeasuredStore measured) {
        var times = new Times();
        long begin = kind.deep() ? measured.naive().size() / 2 : 0;
        long offset = begin;
        long deadline = deadline();
        for (int page = 0; goesOn(page, deadline); page++) {
            long at = offset;
            OptionalInt rows =
                    times.of(
                            () ->
                                    measured.naive()
                                            .page(kind.query(), at, PAGE + 1, NAIVE_DEADLINE));
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            offset = rows.getAsInt() > PAGE ? offset + PAGE : begin;
        }
        times.forgetFirst(WARM_UP);
        return Optional.of(times);
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private static boolean goesOn(int page, long deadline) {
        return page == 0 || (page < WARM_UP + PAGES && System.nanoTime() < deadline);
    }

    /// A line of a table.
    String line(QueryClass kind) {
        double p50 = times.median();
        String other =
                naive.map(it -> "%.2f | %.1f".formatted(it.median(), it.median() / p50))
                        .orElseGet(() -> beyond((double) NAIVE_DEADLINE.toMillis(), p50));
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %,d | %s |",
                kind.label(),
                p50,
                times.p99(),
                examined,
                other);
    }

    private static String beyond(double least, double p50) {
        return "> %.0f | > %.1f".formatted(least, least / p50);
    }
}
