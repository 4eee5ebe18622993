package dev.rollcall.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What a store is asked for: the first `limit` jobs, in this order, that match every criterion.
///
/// @param criteria a conjunction; exactly one is [Criterion.InScope], at most one
///     [Criterion.Beyond], whose position and direction are those of the ordering
/// @param limit at least 1
public record Selection(List<Criterion> criteria, Ordering ordering, int limit) {

    public Selection {
        criteria = List.copyOf(criteria);
        if (limit < 1) {
            throw new IllegalArgumentException("a selection of " + limit + " jobs");
        }
    }

    static Selection of(ListingQuery query, Optional<Position> from, int limit) {
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(new Criterion.InScope(query.scope()));
        criteria.addAll(query.filters());
        from.map(position -> new Criterion.Beyond(position, query.ordering().order()))
                .ifPresent(criteria::add);
        return new Selection(criteria, query.ordering(), limit);
    }

    /// Whether a job matches every criterion.
    public boolean matches(ProcessingJob job) {
        return criteria.stream().allMatch(criterion -> criterion.matches(job));
    }

    /// The selected ones of these jobs. This is what a selection means; a store must answer the same.
    public List<ProcessingJob> from(Collection<ProcessingJob> jobs) {
        return jobs.stream()
                .filter(this::matches)
                .sorted(ordering.comparator())
                .limit(limit)
                .toList();
    }
}
