package dev.rollcall.mongo;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.Found;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The positions at which a scan found jobs.
///
/// A job may change between being found and being loaded. One that no longer matches, or has moved
/// in the listing, is left out of the slice: a listing that continues after the last job of a page
/// would miss whatever lies between the two positions of a job that moved.
final class FoundPositions {

    private final Selection wanted;
    private final Map<ProcessingJobName, Position> positions = new HashMap<>();
    private List<ProcessingJobName> found = List.of();

    FoundPositions(Selection wanted) {
        this.wanted = wanted;
    }

    /// Remembers where a job was found.
    Found found(ProcessingJob entry) {
        positions.put(entry.name(), of(entry));
        return new Found.Named(entry.name());
    }

    /// The position of a job.
    Position of(ProcessingJob job) {
        return wanted.ordering().positionOf(job);
    }

    /// Those of all jobs that were found which still match, and at the same position.
    ///
    /// @param names all that were found, in this order
    /// @param loaded these jobs as they are now
    List<ProcessingJob> stillInPlace(
            List<ProcessingJobName> names, Collection<ProcessingJob> loaded) {
        found = List.copyOf(names);
        return loaded.stream()
                .filter(wanted::matches)
                .filter(job -> of(job).equals(positionOf(job.name())))
                .toList();
    }

    /// A full slice with fewer jobs than the limit says that there are no more. If some were left
    /// out, this slice says instead where the listing continues.
    Slice markIncomplete(Slice slice) {
        return switch (slice) {
            case Slice.Stopped stopped -> stopped;
            case Slice.Full(var jobs) ->
                    jobs.size() < found.size() && found.size() >= wanted.limit()
                            ? new Slice.Stopped(jobs, positionOf(found.getLast()))
                            : slice;
        };
    }

    private Position positionOf(ProcessingJobName name) {
        return Optional.ofNullable(positions.get(name)).orElseThrow();
    }
}
