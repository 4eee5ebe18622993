package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import java.util.List;
import java.util.Optional;

/// What a store has stored, as an ascending listing finds it.
public final class StoredJobs {

    /// More jobs than a test stores.
    private static final int ALL = 100_000;

    private StoredJobs() {}

    /// The jobs of a scope, by name.
    public static List<ProcessingJob> in(ProcessingJobStore store, Scope scope) {
        return in(store, scope, SortKey.NAME, List.of());
    }

    /// The jobs of [JobBuilder#SCOPE] that match all of these filters, by name.
    public static List<ProcessingJob> in(ProcessingJobStore store, Criterion.Filter... filters) {
        return in(store, SortKey.NAME, filters);
    }

    /// The jobs of [JobBuilder#SCOPE] that match all of these filters, by any key.
    public static List<ProcessingJob> in(
            ProcessingJobStore store, SortKey key, Criterion.Filter... filters) {
        return in(store, JobBuilder.SCOPE, key, List.of(filters));
    }

    private static List<ProcessingJob> in(
            ProcessingJobStore store, Scope scope, SortKey key, List<Criterion.Filter> filters) {
        var ordering = new Ordering(key, SortOrder.ASCENDING);
        var selection = new ListingQuery(scope, filters, ordering).select(Optional.empty(), ALL);
        return store.find(selection, Walk.AMPLE).jobs();
    }
}
