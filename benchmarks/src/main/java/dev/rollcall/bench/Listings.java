package dev.rollcall.bench;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What a page costs in a store of many jobs, each kind of listing beside naive SQL on the same
/// tables and indexes, as a table in Markdown; and how many jobs a walk of each that filters meets.
public final class Listings {

    private static final int WARM_UP = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private Listings() {}

    public static void main(String[] arguments) throws Exception {
        String storage = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        IO.println(
                "%s, %,d jobs, heap of %d MB%n"
                        .formatted(storage, count, Runtime.getRuntime().maxMemory() >> 20));
        try (var jobs = JobsToList.in(storage, count)) {
            int more = Math.min(100_000, count / 10);
            printRate("into the empty store", count - more, () -> jobs.add(0, count - more));
            printRate("into the filled store", more, () -> jobs.add(count - more, count));
            jobs.measured().settle();
            printTable(jobs.measured(), new RealisticJobs(count));
        }
    }

    private static void printRate(String what, int jobs, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%s: %,d jobs in %.1f s, %,.0f jobs/s",
                        what,
                        jobs,
                        seconds,
                        jobs / seconds));
    }

    private static void printTable(MeasuredStore measured, RealisticJobs jobs) {
        QueryClass.all().forEach(kind -> warmUp(kind, measured));
        IO.println(
                """

                | listing | p50 ms | p99 ms | examined | naive p50 ms | naive / p50 |
                |---|---|---|---|---|---|\
                """);
        for (QueryClass kind : QueryClass.all()) {
            IO.println(PageCost.of(kind, kind.begin(jobs), measured).line(kind));
        }
        IO.println("");
        List<Integer> sizes = jobs.sizes(QueryClass.filtered());
        for (int i = 0; i < sizes.size(); i++) {
            QueryClass kind = QueryClass.filtered().get(i);
            IO.println(Walked.all(kind, measured, _ -> {}).line(sizes.get(i)));
        }
    }

    /// So that no kind pays for what the JVM and the database do once.
    private static void warmUp(QueryClass kind, MeasuredStore measured) {
        Optional<Position> from = Optional.empty();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int page = 0; page < WARM_UP && System.nanoTime() < deadline; page++) {
            from = PageCost.next(kind, PageCost.find(kind, from, measured));
        }
    }

    /// What a walk through a whole listing met.
    record Walked(QueryClass kind, int jobs, Times slices) {

        /// Walks a listing to its end.
        ///
        /// @param pages is given the jobs of each page
        public static Walked all(
                QueryClass kind, MeasuredStore measured, Consumer<List<ProcessingJob>> pages) {
            var times = new Times();
            int met = 0;
            Optional<Position> from = Optional.empty();
            do {
                Optional<Position> at = from;
                Slice slice = times.of(() -> PageCost.find(kind, at, measured));
                from = PageCost.next(kind, slice);
                var page = slice.jobs().stream().limit(PageCost.PAGE).toList();
                pages.accept(page);
                met += page.size();
            } while (from.isPresent());
            return new Walked(kind, met, times);
        }

        String line(int size) {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d jobs in %,d slices, the longest of %.0f ms",
                    kind.label(),
                    jobs,
                    size,
                    slices.size(),
                    slices.longest());
        }
    }
}
