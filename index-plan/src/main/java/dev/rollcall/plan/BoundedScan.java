package dev.rollcall.plan;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds one slice of a selection within a budget.
///
/// If the filters by time leave few entries, only these are read. Otherwise the index in the order
/// of the listing is scanned, a little at first. Once that no longer promises to fill the slice
/// soon, it looks for an alternative access path, a single time: one with so few entries that all
/// of them can be read, checked and sorted. If there is none, the scan continues until the budget
/// is spent.
///
/// With filters that are independent of the order one of the two is short: where matches are dense
/// the scan soon has enough of them, and where they are sparse one of the filters is selective.
public final class BoundedScan {

    /// The most entries whose jobs are read whole at once.
    private static final int MAX_READ_WHOLE = 250;

    /// The most entries that are fetched before anything is scanned: about as many as the first
    /// scan examines.
    private static final int MAX_FETCH_FIRST = 3_000;

    /// How many entries to scan before looking for an alternative: about what that costs.
    private static final int FIRST_SCAN = 2_000;

    /// How many entries a scan may still expect without looking for an alternative.
    private static final int KEEP_SCANNING = 8_000;

    /// The most entries of an alternative.
    private static final int MAX_ALTERNATIVE = 50_000;

    /// How many entries a scan must still expect before the index by text is tried: about what that
    /// may cost.
    private static final int TEXT_WORTHWHILE = 100_000;

    /// How many scanned entries cost as much as one of the index by text, whose job must be looked
    /// up to be checked.
    private static final int TEXT_ENTRY_COST = 4;

    /// How many entries to scan between two looks at the time and at the rate of matches.
    private static final int SCAN_CHUNK = 10_000;

    private final Selection selection;
    private final WorkBudget budget;
    private final IndexReader reader;
    private final long begun = System.nanoTime();
    private final List<Found> found = new ArrayList<>();
    private Optional<Position> reached = Optional.empty();
    private int scanned;
    private int examined;
    private boolean ended;

    private BoundedScan(Selection selection, WorkBudget budget, IndexReader reader) {
        this.selection = selection;
        this.budget = budget;
        this.reader = reader;
    }

    /// The slice of a selection, as [dev.rollcall.application.FindProcessingJobs] promises it.
    public static Slice slice(Selection selection, WorkBudget budget, IndexReader reader) {
        return slice(selection, budget, reader, ObserveScans.NOBODY);
    }

    /// As [#slice(Selection, WorkBudget, IndexReader)]; the observer is told what it cost.
    public static Slice slice(
            Selection selection, WorkBudget budget, IndexReader reader, ObserveScans observer) {
        var scan = new BoundedScan(selection, budget, reader);
        Slice slice = scan.slice();
        observer.scanned(scan.examined, slice instanceof Slice.Stopped);
        return slice;
    }

    /// How many entries the first scan may examine.
    static int firstScan(WorkBudget budget) {
        return Math.clamp(budget.rows() / 4, 1, FIRST_SCAN);
    }

    private Slice slice() {
        Optional<Counted> few = shortest(MAX_FETCH_FIRST, path -> !path.isByText());
        if (few.isPresent() && few.get().entries() <= MAX_READ_WHOLE) {
            return new Slice.Full(readWhole(few.get().path()));
        }
        few.ifPresentOrElse(this::fetch, this::scan);
        List<ProcessingJob> jobs = loaded();
        return ended ? new Slice.Full(jobs) : new Slice.Stopped(jobs, reached.orElseThrow());
    }

    private void scan() {
        scan(firstScan(budget));
        while (hasBudget() && entriesStillToScan() <= KEEP_SCANNING) {
            scanChunk();
        }
        if (hasBudget()) {
            shortest(entriesStillToScan(), path -> !path.isByText())
                    .or(this::shortestByText)
                    .ifPresent(this::fetch);
        }
        while (hasBudget()) {
            scanChunk();
        }
    }

    /// Whether there is anything left to do, and budget to do it.
    private boolean hasBudget() {
        return !ended && rowsLeft() > 0 && elapsed().compareTo(budget.time()) < 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private int rowsLeft() {
        return budget.rows() - examined;
    }

    /// What is still to be found, beyond the position that the scan has reached.
    private Selection rest() {
        return reached.map(selection::beyond).orElse(selection).limit(missing());
    }

    private int missing() {
        return selection.limit() - found.size();
    }

    private void scanChunk() {
        scan(Math.min(SCAN_CHUNK, rowsLeft()));
    }

    /// Where one range ends the next one begins, with at least one entry, so that a position that
    /// is reached is always that of an entry which was examined.
    private void scan(int rows) {
        Selection rest = rest();
        int end = examined + rows;
        for (IndexRange range : AccessPaths.inListingOrder(rest).ranges()) {
            var part = reader.scan(range, rest.limit(missing()), Math.max(1, end - examined));
            found.addAll(part.found());
            scanned += part.examined();
            examined += part.examined();
            reached = part.stoppedAt();
            if (missing() == 0 || reached.isPresent()) {
                ended = missing() == 0;
                return;
            }
        }
        ended = true;
    }

    /// How many more entries the scan will examine until the slice is full, at the rate at which it
    /// has found jobs.
    private long entriesStillToScan() {
        return found.isEmpty() ? Long.MAX_VALUE : (long) missing() * scanned / found.size();
    }

    private Optional<Counted> shortestByText() {
        return entriesStillToScan() > TEXT_WORTHWHILE
                ? shortest(entriesStillToScan() / TEXT_ENTRY_COST, AccessPath::isByText)
                : Optional.empty();
    }

    private record Counted(AccessPath path, int entries) {}

    /// The alternative of some kind that has the fewest entries, if it has no more than a limit.
    private Optional<Counted> shortest(long entries, Predicate<AccessPath> kind) {
        int limit = (int) Math.min(Math.min(entries, MAX_ALTERNATIVE), rowsLeft() / 4);
        Optional<Counted> shortest = Optional.empty();
        for (AccessPath path : AccessPaths.alternatives(rest())) {
            OptionalInt count = kind.test(path) ? count(path, limit) : OptionalInt.empty();
            if (count.isPresent()) {
                limit = count.getAsInt();
                shortest = Optional.of(new Counted(path, limit));
            }
        }
        return shortest;
    }

    private OptionalInt count(AccessPath path, int limit) {
        int entries = 0;
        for (IndexRange range : path.ranges()) {
            OptionalInt count = reader.count(range, limit - entries);
            if (count.isEmpty()) {
                examined += limit;
                return count;
            }
            entries += count.getAsInt();
        }
        examined += entries;
        return OptionalInt.of(entries);
    }

    /// By name, since a job may have an entry in two ranges of a path, though it matches in one.
    private List<ProcessingJob> readWhole(AccessPath path) {
        Map<ProcessingJobName, ProcessingJob> jobs = new LinkedHashMap<>();
        for (IndexRange range : path.ranges()) {
            reader.all(range).forEach(job -> jobs.put(job.name(), job));
        }
        return selection.from(jobs.values());
    }

    private void fetch(Counted alternative) {
        if (alternative.entries() > 0) {
            found.addAll(reader.fetch(alternative.path(), rest()));
        }
        ended = true;
    }

    /// The jobs that were found, each once: one that changes meanwhile may have been found twice,
    /// or not be there any more.
    private List<ProcessingJob> loaded() {
        Map<ProcessingJobName, ProcessingJob> byName = new HashMap<>();
        reader.load(found.stream().flatMap(BoundedScan::nameToLoad).toList())
                .forEach(job -> byName.put(job.name(), job));
        Map<ProcessingJobName, ProcessingJob> jobs = new LinkedHashMap<>();
        found.forEach(it -> job(it, byName).ifPresent(job -> jobs.putIfAbsent(job.name(), job)));
        return List.copyOf(jobs.values());
    }

    private static Stream<ProcessingJobName> nameToLoad(Found found) {
        return switch (found) {
            case Found.Whole _ -> Stream.empty();
            case Found.Named(var name) -> Stream.of(name);
        };
    }

    private static Optional<ProcessingJob> job(
            Found found, Map<ProcessingJobName, ProcessingJob> loaded) {
        return switch (found) {
            case Found.Whole(var job) -> Optional.of(job);
            case Found.Named(var name) -> Optional.ofNullable(loaded.get(name));
        };
    }
}
