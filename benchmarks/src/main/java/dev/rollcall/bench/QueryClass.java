package dev.rollcall.bench;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.Filter;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A kind of listing that people ask for.
///
/// @param deep whether to begin in the middle of all jobs rather than at the beginning
record QueryClass(String label, ListingQuery query, boolean deep) {

    static List<QueryClass> all() {
        Filter failed = new Criterion.StatusIs(ProcessingJobStatus.FAILED);
        return List.of(
                of("by CreationTime, deep", SortKey.CREATION_TIME, true),
                of("by CreationTime descending, first pages", SortOrder.DESCENDING),
                of("by Name, deep", SortKey.NAME, true),
                of("by Status, deep", SortKey.STATUS, true),
                of("Failed, by Name", SortKey.NAME, false, failed),
                of("Failed, by CreationTime", SortKey.CREATION_TIME, false, failed),
                of("modified within 1 h, by Name", SortKey.NAME, false, modified(1)),
                of("modified within 1 d, by Name", SortKey.NAME, false, modified(24)),
                of("modified within 30 d, by Name", SortKey.NAME, false, modified(24 * 30)),
                of(
                        "modified within 30 d, by CreationTime",
                        SortKey.CREATION_TIME,
                        false,
                        modified(24 * 30)),
                of("common text, by Name", SortKey.NAME, false, text("train-split")),
                of("rare text, by CreationTime", SortKey.CREATION_TIME, false, text("canary")),
                of("absent text", SortKey.CREATION_TIME, false, text("zebra-xylo")),
                of(
                        "absent text of common pieces",
                        SortKey.CREATION_TIME,
                        false,
                        text("prepare-train-split")),
                of(
                        "created long ago, modified recently, by Name",
                        SortKey.NAME,
                        false,
                        new Criterion.Before(
                                TimeField.CREATION_TIME,
                                RealisticJobs.NOW.minus(Duration.ofDays(200))),
                        modified(24 * 30)),
                of(
                        "Failed, text, modified within 7 d, by Name",
                        SortKey.NAME,
                        false,
                        failed,
                        text("evaluate"),
                        modified(24 * 7)));
    }

    /// Where the first page begins in a store of these jobs.
    Optional<Position> begin(RealisticJobs jobs) {
        return deep ? Optional.of(jobs.middle(query.ordering())) : Optional.empty();
    }

    /// Those that do not list everything.
    static List<QueryClass> filtered() {
        return all().stream().filter(kind -> !kind.query().filters().isEmpty()).toList();
    }

    private static QueryClass of(String label, SortOrder order) {
        var ordering = new Ordering(SortKey.CREATION_TIME, order);
        return new QueryClass(
                label, new ListingQuery(RealisticJobs.SCOPE, List.of(), ordering), false);
    }

    private static QueryClass of(String label, SortKey key, boolean deep, Filter... filters) {
        var ordering = new Ordering(key, SortOrder.ASCENDING);
        return new QueryClass(
                label, new ListingQuery(RealisticJobs.SCOPE, List.of(filters), ordering), deep);
    }

    private static Filter modified(int hours) {
        return new Criterion.After(
                TimeField.LAST_MODIFIED_TIME, RealisticJobs.NOW.minus(Duration.ofHours(hours)));
    }

    private static Filter text(String text) {
        return new Criterion.NameContains(text);
    }
}
