package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Jobs in memory that keep a record of how a search finds them, and of what that costs.
final class RecordedJobs implements IndexReader {

    private final List<ProcessingJob> inOrder;
    private final Set<JobIndex> uncountable = EnumSet.noneOf(JobIndex.class);

    /// How many entries each walk was allowed.
    final List<Integer> walks = new ArrayList<>();

    final List<Count> counts = new ArrayList<>();

    /// The indexes all of whose jobs between bounds were read whole.
    final List<JobIndex> readWhole = new ArrayList<>();

    /// The indexes that the jobs were fetched from.
    final List<JobIndex> fetched = new ArrayList<>();

    /// How many entries were looked at in all.
    int examined;

    /// A look at how many entries a part of an index has.
    record Count(JobIndex index, int most) {}

    RecordedJobs(List<ProcessingJob> jobs, Ordering ordering) {
        inOrder = jobs.stream().sorted(ordering.comparator()).toList();
    }

    RecordedJobs without(JobIndex index) {
        uncountable.add(index);
        return this;
    }

    /// Whether a job has an entry in a part of an index.
    static boolean holds(IndexRange stretch, ProcessingJob job) {
        return stretch.bounds().stream().allMatch(criterion -> criterion.matches(job))
                && stands(job, stretch.index());
    }

    private static boolean stands(ProcessingJob job, JobIndex index) {
        return !index.isOfLateJobs() || LateModification.isLate(job);
    }

    @Override
    public Walked walk(IndexRange stretch, Selection selection, int rows) {
        walks.add(rows);
        List<ProcessingJobName> names = new ArrayList<>();
        int looked = 0;
        for (ProcessingJob job : entries(stretch).limit(rows).toList()) {
            looked++;
            examined++;
            if (stretch.matches(job)) {
                names.add(job.name());
            }
            if (names.size() == selection.limit()) {
                break;
            }
            if (looked == rows) {
                var place = selection.ordering().positionOf(job);
                return new Walked(names, looked, Optional.of(place));
            }
        }
        return new Walked(names, looked, Optional.empty());
    }

    @Override
    public List<ProcessingJob> all(List<IndexRange> stretches, Selection selection) {
        stretches.forEach(stretch -> readWhole.add(stretch.index()));
        return judged(stretches);
    }

    @Override
    public OptionalInt count(IndexRange stretch, int most) {
        counts.add(new Count(stretch.index(), most));
        if (uncountable.contains(stretch.index())) {
            return OptionalInt.empty();
        }
        int entries = (int) entries(stretch).limit(most + 1L).count();
        examined += entries;
        return entries > most ? OptionalInt.empty() : OptionalInt.of(entries);
    }

    @Override
    public List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection) {
        stretches.forEach(stretch -> fetched.add(stretch.index()));
        return selection.from(judged(stretches)).stream().map(ProcessingJob::name).toList();
    }

    private List<ProcessingJob> judged(List<IndexRange> stretches) {
        List<ProcessingJob> matching = new ArrayList<>();
        for (IndexRange stretch : stretches) {
            List<ProcessingJob> entries = entries(stretch).toList();
            examined += entries.size();
            entries.stream().filter(stretch::matches).forEach(matching::add);
        }
        return matching;
    }

    @Override
    public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
        Map<ProcessingJobName, ProcessingJob> byName =
                inOrder.stream()
                        .filter(job -> job.scope().equals(selection.scope()))
                        .collect(Collectors.toMap(ProcessingJob::name, job -> job));
        return names.stream().map(byName::get).toList();
    }

    private Stream<ProcessingJob> entries(IndexRange stretch) {
        return inOrder.stream().filter(job -> holds(stretch, job));
    }
}
