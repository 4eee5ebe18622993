package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a store is asked for: the first `limit` jobs in this order that match every criterion.
///
/// @param criteria a conjunction; exactly one is [Criterion.InScope], at most one
///   [Criterion.Beyond], whose position and direction are those of the ordering
/// @param limit how many jobs at most, and not less than 1
public record Selection(List<Criterion> criteria, Ordering ordering, int limit) {

    /// @throws IllegalArgumentException if the limit is less than 1
    public Selection {
        criteria = List.copyOf(criteria);
        if (limit < 1) {
            throw new IllegalArgumentException("a selection of " + limit + " jobs");
        }
    }

    /// The scope of all the jobs.
    public Scope scope() {
        return criteria.stream()
                .filter(Criterion.InScope.class::isInstance)
                .map(Criterion.InScope.class::cast)
                .map(Criterion.InScope::scope)
                .findFirst()
                .orElseThrow();
    }

    /// The rest of this selection, beyond a position in it.
    public Selection beyond(Position position) {
        List<Criterion> rest = new ArrayList<>(criteria);
        rest.removeIf(Criterion.Beyond.class::isInstance);
        rest.add(new Criterion.Beyond(position, ordering.order()));
        return new Selection(rest, ordering, limit);
    }

    /// This selection with another limit.
    public Selection limit(int other) {
        return new Selection(criteria, ordering, other);
    }

    /// Whether a job matches every criterion.
    public boolean matches(ProcessingJob job) {
        return criteria.stream().allMatch(criterion -> criterion.matches(job));
    }

    /// Selects from these jobs. This defines what a selection means: a store must answer the same.
    public List<ProcessingJob> from(Collection<ProcessingJob> jobs) {
        return jobs.stream()
                .filter(this::matches)
                .sorted(ordering.comparator())
                .limit(limit)
                .toList();
    }
}
