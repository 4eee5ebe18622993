package dev.rollcall.contract;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What an index reader means, in memory.
///
/// @param jobs all of the scope, in the order of the listing
record InMemoryIndexReader(List<ProcessingJob> jobs) implements IndexReader {

    @Override
    public Scanned scan(IndexRange range, Selection selection, int rows) {
        List<Found> found = new ArrayList<>();
        int examined = 0;
        for (ProcessingJob job : all(range)) {
            examined++;
            if (range.matches(job)) {
                found.add(new Found.Named(job.name()));
            }
            if (found.size() == selection.limit()) {
                break;
            }
            if (examined == rows) {
                Position position = selection.ordering().positionOf(job);
                return new Scanned(found, examined, Optional.of(position));
            }
        }
        return new Scanned(found, examined, Optional.empty());
    }

    @Override
    public List<ProcessingJob> all(IndexRange range) {
        return jobs.stream().filter(range::holds).toList();
    }

    @Override
    public OptionalInt count(IndexRange range, int limit) {
        int entries = all(range).size();
        return entries > limit ? OptionalInt.empty() : OptionalInt.of(entries);
    }

    @Override
    public List<Found> fetch(AccessPath path, Selection selection) {
        var matching =
                path.ranges().stream()
                        .flatMap(range -> all(range).stream().filter(range::matches))
                        .toList();
        return selection.from(matching).stream().<Found>map(Found.Whole::new).toList();
    }

    @Override
    public List<ProcessingJob> load(List<ProcessingJobName> names) {
        return jobs.stream().filter(job -> names.contains(job.name())).toList();
    }
}
