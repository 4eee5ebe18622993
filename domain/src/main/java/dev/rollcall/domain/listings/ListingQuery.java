package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a listing is about: the same for all its pages, whatever their size.
///
/// @param scope whose jobs are listed
/// @param filters what the jobs must satisfy, all of it
/// @param ordering the order they come in
public record ListingQuery(Scope scope, List<Criterion.Filter> filters, Ordering ordering) {

    public ListingQuery {
        filters = List.copyOf(filters);
    }

    /// The first `limit` jobs of the listing that lie beyond `from`, or of the whole of it.
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

    /// Whether the filters alone rule out every job there could be: no name can contain the text,
    /// or no millisecond lies between the bounds of a time. No store need be asked then.
    public boolean matchesNothing() {
        return filters.stream().anyMatch(this::rulesOutAll);
    }

    private boolean rulesOutAll(Criterion.Filter filter) {
        return switch (filter) {
            case Criterion.NameContains(var text) -> !ProcessingJobName.mayContain(text);
            case Criterion.After(var field, var time) -> closedBefore(field, time.plusMillis(2));
            case Criterion.Before before -> false;
            case Criterion.StatusIs statusIs -> false;
        };
    }

    private boolean closedBefore(TimeField field, Instant time) {
        return filters.stream()
                .anyMatch(
                        filter ->
                                filter instanceof Criterion.Before(var bounded, var end)
                                        && bounded == field
                                        && end.isBefore(time));
    }
}
