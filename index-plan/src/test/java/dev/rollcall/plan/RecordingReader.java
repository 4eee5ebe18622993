package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Reads jobs in memory, and records how they are searched and what that costs.
final class RecordingReader implements IndexReader {

    private final List<ProcessingJob> inOrder;
    private final Set<JobIndex> uncountable = EnumSet.noneOf(JobIndex.class);
    private final Set<ProcessingJobName> gone = new HashSet<>();

    /// How many entries each scan was allowed to examine.
    final List<Integer> scans = new ArrayList<>();

    final List<Count> counts = new ArrayList<>();

    /// The indexes of which all jobs in a range were read whole.
    final List<JobIndex> readWhole = new ArrayList<>();

    /// The indexes that the jobs were fetched from.
    final List<JobIndex> fetched = new ArrayList<>();

    /// The jobs that were asked for by name.
    final List<ProcessingJobName> loaded = new ArrayList<>();

    /// How many entries were examined in all.
    int examined;

    /// A count of the entries of a range, up to a limit.
    record Count(JobIndex index, int limit) {}

    RecordingReader(List<ProcessingJob> jobs, Ordering ordering) {
        inOrder = jobs.stream().sorted(ordering.comparator()).toList();
    }

    RecordingReader without(JobIndex index) {
        uncountable.add(index);
        return this;
    }

    RecordingReader unableToLoad(ProcessingJobName name) {
        gone.add(name);
        return this;
    }

    @Override
    public Scanned scan(IndexRange range, Selection selection, int rows) {
        scans.add(rows);
        List<Found> found = new ArrayList<>();
        int read = 0;
        for (ProcessingJob job : entries(range).limit(rows).toList()) {
            read++;
            examined++;
            if (range.matches(job)) {
                found.add(new Found.Named(job.name()));
            }
            if (found.size() == selection.limit()) {
                break;
            }
            if (read == rows) {
                var position = selection.ordering().positionOf(job);
                return new Scanned(found, read, Optional.of(position));
            }
        }
        return new Scanned(found, read, Optional.empty());
    }

    @Override
    public List<ProcessingJob> all(IndexRange range) {
        readWhole.add(range.index());
        return read(range);
    }

    @Override
    public OptionalInt count(IndexRange range, int limit) {
        counts.add(new Count(range.index(), limit));
        if (uncountable.contains(range.index())) {
            return OptionalInt.empty();
        }
        int entries = (int) entries(range).limit(limit + 1L).count();
        examined += entries;
        return entries > limit ? OptionalInt.empty() : OptionalInt.of(entries);
    }

    @Override
    public List<Found> fetch(AccessPath path, Selection selection) {
        List<ProcessingJob> matching = new ArrayList<>();
        for (IndexRange range : path.ranges()) {
            fetched.add(range.index());
            read(range).stream().filter(range::matches).forEach(matching::add);
        }
        return selection.from(matching).stream().<Found>map(Found.Whole::new).toList();
    }

    private List<ProcessingJob> read(IndexRange range) {
        List<ProcessingJob> entries = entries(range).toList();
        examined += entries.size();
        return entries;
    }

    @Override
    public List<ProcessingJob> load(List<ProcessingJobName> names) {
        loaded.addAll(names);
        return inOrder.stream()
                .filter(job -> job.scope().equals(BoundaryJobs.SCOPE))
                .filter(job -> names.contains(job.name()) && !gone.contains(job.name()))
                .toList();
    }

    private Stream<ProcessingJob> entries(IndexRange range) {
        return inOrder.stream().filter(range::holds);
    }
}
