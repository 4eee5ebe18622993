package dev.rollcall.plan;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// One search for the jobs of a selection, within a budget.
///
/// If the filters by time leave few entries, these are all it looks at. Otherwise it walks a little
/// along the listing's own order. As soon as that no longer promises to fill the slice soon, it
/// looks, once, for a narrower way: one on which so few entries lie that all of them can be
/// fetched, judged and sorted. If there is none it walks on, until the budget is spent.
///
/// With filters that are independent of the order, either way is short: where matches are dense the
/// walk soon has enough of them, and where they are sparse one of the filters is narrow.
public final class BoundedScan {

    /// How many entries are so few that their jobs are read whole.
    private static final int NEXT_TO_NONE = 250;

    /// How many entries are few: about as many as a first walk looks at.
    private static final int FEW = 3_000;

    /// How far to walk before another way is thought of: about what thinking costs.
    private static final int FIRST_WALK = 2_000;

    /// How many entries a walk may have ahead and go on without a thought.
    private static final int NEAR = 8_000;

    /// How many entries another way may have at the most.
    private static final int NARROW = 50_000;

    /// How many entries a walk must have ahead for texts to be looked up: about what that may cost.
    private static final int FAR = 100_000;

    /// How many entries of a walk cost as much as one that a text is found by: it is judged by its
    /// job, which is looked up.
    private static final int TEXT_ENTRY = 4;

    /// How far to walk between two looks at the time and at the rate of matches.
    private static final int STRIDE = 10_000;

    private final Selection selection;
    private final WorkBudget budget;
    private final IndexReader jobs;
    private final long begun = System.nanoTime();
    private final List<ProcessingJobName> found = new ArrayList<>();
    private Optional<Position> reached = Optional.empty();
    private int walked;
    private int examined;
    private boolean ended;

    private BoundedScan(Selection selection, WorkBudget budget, IndexReader jobs) {
        this.selection = selection;
        this.budget = budget;
        this.jobs = jobs;
    }

    /// The slice of a selection, as [dev.rollcall.application.FindProcessingJobs] promises it.
    public static Slice slice(Selection selection, WorkBudget budget, IndexReader jobs) {
        return new BoundedScan(selection, budget, jobs).slice();
    }

    private Slice slice() {
        Optional<Way> few = narrowest(FEW, way -> !isOfTexts(way));
        if (few.isPresent() && few.get().entries() <= NEXT_TO_NONE) {
            return new Slice.Full(selection.from(jobs.all(few.get().stretches(), selection)));
        }
        few.ifPresentOrElse(this::fetch, this::search);
        List<ProcessingJob> loaded = jobs.load(selection, found);
        return ended ? new Slice.Full(loaded) : new Slice.Stopped(loaded, reached.orElseThrow());
    }

    private void search() {
        walk(Math.clamp(budget.rows() / 4, 1, FIRST_WALK));
        while (goesOn() && further() <= NEAR) {
            walkOn();
        }
        if (goesOn()) {
            narrowest(further(), way -> !isOfTexts(way))
                    .or(this::narrowestOfTexts)
                    .ifPresent(this::fetch);
        }
        while (goesOn()) {
            walkOn();
        }
    }

    private boolean goesOn() {
        return !ended && rowsLeft() > 0 && taken().compareTo(budget.time()) < 0;
    }

    private Duration taken() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private int rowsLeft() {
        return budget.rows() - examined;
    }

    /// What is still to be found, beyond the place that the walk has reached.
    private Selection rest() {
        return reached.map(selection::beyond).orElse(selection).limit(missing());
    }

    private int missing() {
        return selection.limit() - found.size();
    }

    private void walkOn() {
        walk(Math.min(STRIDE, rowsLeft()));
    }

    /// Where a stretch ends the next one begins, with at least one entry: the place reached is then
    /// always one that was examined.
    private void walk(int rows) {
        Selection rest = rest();
        int end = examined + rows;
        for (IndexRange stretch : AccessPaths.walk(rest)) {
            var here = jobs.walk(stretch, rest.limit(missing()), Math.max(1, end - examined));
            found.addAll(here.names());
            walked += here.examined();
            examined += here.examined();
            reached = here.stoppedAt();
            if (missing() == 0 || reached.isPresent()) {
                ended = missing() == 0;
                return;
            }
        }
        ended = true;
    }

    /// How many entries more the walk will look at until the slice is full, at the rate at which it
    /// has found jobs.
    private long further() {
        return found.isEmpty() ? Long.MAX_VALUE : (long) missing() * walked / found.size();
    }

    /// A store need not be quick to find that few names hold a text, however few are asked for.
    private static boolean isOfTexts(List<IndexRange> way) {
        return way.stream().anyMatch(stretch -> stretch.index() == JobIndex.BY_TEXT);
    }

    private Optional<Way> narrowestOfTexts() {
        return further() > FAR
                ? narrowest(further() / TEXT_ENTRY, BoundedScan::isOfTexts)
                : Optional.empty();
    }

    private record Way(List<IndexRange> stretches, int entries) {}

    /// Of some ways the one that has the fewest entries, if it has no more than so many.
    private Optional<Way> narrowest(long entries, Predicate<List<IndexRange>> ways) {
        int most = (int) Math.min(Math.min(entries, NARROW), rowsLeft() / 4);
        Optional<Way> best = Optional.empty();
        for (List<IndexRange> way : AccessPaths.narrowings(rest())) {
            OptionalInt counted = ways.test(way) ? count(way, most) : OptionalInt.empty();
            if (counted.isPresent()) {
                most = counted.getAsInt();
                best = Optional.of(new Way(way, most));
            }
        }
        return best;
    }

    private OptionalInt count(List<IndexRange> way, int most) {
        int entries = 0;
        for (IndexRange stretch : way) {
            OptionalInt here = jobs.count(stretch, most - entries);
            if (here.isEmpty()) {
                examined += most;
                return here;
            }
            entries += here.getAsInt();
        }
        examined += entries;
        return OptionalInt.of(entries);
    }

    private void fetch(Way way) {
        if (way.entries() > 0) {
            found.addAll(jobs.fetch(way.stretches(), rest()));
        }
        ended = true;
    }
}
