package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a listing asks for: the same for all its pages, whatever their size.
///
/// @param scope whose jobs are listed
/// @param filters the conditions, all of which a job must satisfy
/// @param ordering the order of the jobs
public record ListingQuery(Scope scope, List<Criterion.Filter> filters, Ordering ordering) {

    public ListingQuery {
        filters = List.copyOf(filters);
    }

    /// The first `limit` jobs of the listing beyond `from`, or from its beginning.
    ///
    /// @throws IllegalArgumentException if the limit is less than 1
    public Selection select(Optional<Position> from, int limit) {
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(new Criterion.InScope(scope));
        criteria.addAll(filters);
        from.map(position -> new Criterion.Beyond(position, ordering.order()))
                .ifPresent(criteria::add);
        return new Selection(criteria, ordering, limit);
    }

    /// The same listing without its filters.
    public ListingQuery unfiltered() {
        return new ListingQuery(scope, List.of(), ordering);
    }

    /// Whether a job passes all filters.
    public boolean matches(ProcessingJob job) {
        return filters.stream().allMatch(filter -> filter.matches(job));
    }

    /// Whether the filters exclude every possible job: no name can contain the text, or there is no
    /// millisecond between the bounds of a time. Then no store need be asked.
    boolean matchesNothing() {
        return filters.stream().anyMatch(this::excludesAll);
    }

    private boolean excludesAll(Criterion.Filter filter) {
        return switch (filter) {
            case Criterion.NameContains(var text) -> !ProcessingJobName.mayContain(text);
            case Criterion.After(var field, var time) -> endsBefore(field, time.plusMillis(2));
            case Criterion.Before before -> false;
            case Criterion.StatusIs statusIs -> false;
        };
    }

    private boolean endsBefore(TimeField field, Instant time) {
        return filters.stream()
                .anyMatch(
                        filter ->
                                filter instanceof Criterion.Before(var bounded, var end)
                                        && bounded == field
                                        && end.isBefore(time));
    }
}
