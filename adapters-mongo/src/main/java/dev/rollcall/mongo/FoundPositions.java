package dev.rollcall.mongo;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a search found jobs.
///
/// What is found and what is loaded may be of two moments. So a job that is no longer what it was
/// found for, or no longer stands where it was found, is left out of the slice: a listing that goes
/// on behind the last job of a page would miss whatever lies between its two places.
final class FoundPositions {

    private final Selection wanted;
    private final Map<ProcessingJobName, Position> places = new HashMap<>();
    private List<ProcessingJobName> found = List.of();

    FoundPositions(Selection wanted) {
        this.wanted = wanted;
    }

    /// Notes where a job was found.
    ProcessingJobName found(ProcessingJob entry) {
        places.put(entry.name(), of(entry));
        return entry.name();
    }

    /// Where a job stands.
    Position of(ProcessingJob job) {
        return wanted.ordering().positionOf(job);
    }

    /// Those of all that was found which still are what and where they were, in the same order.
    ///
    /// @param loaded what these jobs are now
    List<ProcessingJob> unmoved(
            List<ProcessingJobName> names, Map<ProcessingJobName, ProcessingJob> loaded) {
        found = List.copyOf(names);
        return names.stream()
                .distinct()
                .flatMap(name -> Optional.ofNullable(loaded.get(name)).stream())
                .filter(wanted::matches)
                .filter(job -> of(job).equals(placeOf(job.name())))
                .toList();
    }

    /// A full slice with fewer jobs than asked for would say that there are no more. If there are
    /// fewer because some were left out, it says where to go on.
    Slice honest(Slice slice) {
        return switch (slice) {
            case Slice.Stopped stopped -> stopped;
            case Slice.Full(var jobs) ->
                    jobs.size() < found.size() && found.size() >= wanted.limit()
                            ? new Slice.Stopped(jobs, placeOf(found.getLast()))
                            : slice;
        };
    }

    private Position placeOf(ProcessingJobName name) {
        return Optional.ofNullable(places.get(name)).orElseThrow();
    }
}
