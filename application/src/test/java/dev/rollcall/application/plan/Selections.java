package dev.rollcall.application.plan;

import static dev.rollcall.application.plan.OddJobs.NOON;
import static dev.rollcall.application.plan.OddJobs.SCOPE;
import static dev.rollcall.domain.SortOrder.ASCENDING;
import static dev.rollcall.domain.TimeField.CREATION_TIME;
import static dev.rollcall.domain.TimeField.LAST_MODIFIED_TIME;

import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.Criterion.After;
import dev.rollcall.domain.Criterion.Before;
import dev.rollcall.domain.Criterion.InScope;
import dev.rollcall.domain.Criterion.NameContains;
import dev.rollcall.domain.Criterion.StatusIs;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.SortKey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Selections of odd jobs by a few criteria, and what is to be seen of their routes.
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

    static List<JobIndex> indexes(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::index).toList();
    }
}
