package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.Comparator;

/// The total order of a listing: a sort key, then the unique name, both in the same direction, so
/// that one index serves both directions.
public record Ordering(SortKey key, SortOrder order) {

    /// The order of a listing that asks for none (SageMaker API: `CreationTime`, `Ascending`).
    public static final Ordering DEFAULT = new Ordering(SortKey.CREATION_TIME, SortOrder.ASCENDING);

    /// Where a job stands in a listing of this order.
    public Position positionOf(ProcessingJob job) {
        return switch (key) {
            case NAME -> new Position.ByName(job.name());
            case CREATION_TIME -> new Position.ByCreationTime(job.creationTime(), job.name());
            case STATUS -> new Position.ByStatus(job.status(), job.name());
        };
    }

    /// Compares the jobs of one scope as a listing of this order does.
    public Comparator<ProcessingJob> comparator() {
        return (a, b) -> order.turn(positionOf(a).compareTo(b));
    }
}
