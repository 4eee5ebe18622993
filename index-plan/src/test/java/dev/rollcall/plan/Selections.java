package dev.rollcall.plan;

import static dev.rollcall.domain.listings.SortOrder.ASCENDING;
import static dev.rollcall.domain.listings.TimeField.CREATION_TIME;
import static dev.rollcall.domain.listings.TimeField.LAST_MODIFIED_TIME;
import static dev.rollcall.plan.BoundaryJobs.NOON;
import static dev.rollcall.plan.BoundaryJobs.SCOPE;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.After;
import dev.rollcall.domain.listings.Criterion.Before;
import dev.rollcall.domain.listings.Criterion.InScope;
import dev.rollcall.domain.listings.Criterion.NameContains;
import dev.rollcall.domain.listings.Criterion.StatusIs;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Selections of boundary jobs by a few criteria, and the indexes of their paths.
final class Selections {

    static final Criterion IN_SCOPE = new InScope(SCOPE);
    static final StatusIs FAILED = new StatusIs(ProcessingJobStatus.FAILED);
    static final NameContains TEXT = new NameContains("x");
    static final Instant WEEK_BEFORE = NOON.minus(Duration.ofDays(7));
    static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));
    static final After CREATED_AFTER_NOON = new After(CREATION_TIME, NOON);
    static final Before CREATED_BEFORE_NEXT_DAY = new Before(CREATION_TIME, NEXT_DAY);
    static final After MODIFIED_AFTER_NOON = new After(LAST_MODIFIED_TIME, NOON);
    static final Before MODIFIED_BEFORE_NEXT_DAY = new Before(LAST_MODIFIED_TIME, NEXT_DAY);

    private Selections() {}

    static Selection ascending(SortKey key, Criterion.Filter... filters) {
        return selection(new Ordering(key, ASCENDING), filters);
    }

    static Selection selection(Ordering ordering, Criterion.Filter... filters) {
        return new ListingQuery(SCOPE, List.of(filters), ordering).select(Optional.empty(), 11);
    }

    static List<JobIndex> indexes(AccessPath path) {
        return path.ranges().stream().map(IndexRange::index).toList();
    }
}
