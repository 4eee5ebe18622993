package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.Comparator;

/// The total order of a listing: a sort key, then the unique name, both in the same direction, so
/// that one index serves both directions.
public record Ordering(SortKey key, SortOrder order) {

    /// The order of a listing that asks for none (SageMaker API: `CreationTime`, `Ascending`).
    public static final Ordering DEFAULT = new Ordering(SortKey.CREATION_TIME, SortOrder.ASCENDING);

    /// The only place where the order of jobs is defined.
    private static final Comparator<Position> ASCENDING =
            Comparator.comparingLong(Position::keyValue).thenComparing(Position::name);

    /// The position of a job in a listing of this order.
    public Position positionOf(ProcessingJob job) {
        return key.positionOf(job);
    }

    /// Compares the jobs of one scope as a listing of this order does.
    public Comparator<ProcessingJob> comparator() {
        return (a, b) -> compare(positionOf(a), positionOf(b));
    }

    /// Compares positions in a listing of this order.
    int compare(Position a, Position b) {
        return order.turn(ASCENDING.compare(a, b));
    }
}
