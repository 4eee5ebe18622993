package dev.rollcall.plan;

import static dev.rollcall.domain.listings.SortOrder.ASCENDING;
import static dev.rollcall.domain.listings.SortOrder.DESCENDING;
import static dev.rollcall.domain.listings.TimeField.CREATION_TIME;
import static dev.rollcall.plan.BoundaryJobs.NOON;
import static dev.rollcall.plan.JobIndex.BY_CREATION;
import static dev.rollcall.plan.JobIndex.BY_STATUS;
import static dev.rollcall.plan.JobIndex.BY_STATUS_AND_CREATION;
import static dev.rollcall.plan.JobIndex.LATE_BY_CREATION;
import static dev.rollcall.plan.Selections.CREATED_AFTER_NOON;
import static dev.rollcall.plan.Selections.CREATED_BEFORE_NEXT_DAY;
import static dev.rollcall.plan.Selections.FAILED;
import static dev.rollcall.plan.Selections.IN_SCOPE;
import static dev.rollcall.plan.Selections.MODIFIED_AFTER_NOON;
import static dev.rollcall.plan.Selections.MODIFIED_BEFORE_NEXT_DAY;
import static dev.rollcall.plan.Selections.NEXT_DAY;
import static dev.rollcall.plan.Selections.TEXT;
import static dev.rollcall.plan.Selections.WEEK_BEFORE;
import static dev.rollcall.plan.Selections.ascending;
import static dev.rollcall.plan.Selections.indexes;
import static dev.rollcall.plan.Selections.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.After;
import dev.rollcall.domain.listings.Criterion.Before;
import dev.rollcall.domain.listings.Criterion.Beyond;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The ranges that are scanned in the order of the listing.
class ScanRangesTest {

    @ParameterizedTest
    @CsvSource({
        "NAME, BY_NAME, BY_STATUS",
        "CREATION_TIME, BY_CREATION, BY_STATUS_AND_CREATION",
        "STATUS, BY_STATUS, BY_STATUS"
    })
    void a_scan_takes_the_index_in_its_order_and_within_a_status_the_one_by_status(
            SortKey key, JobIndex ofAll, JobIndex ofOneStatus) {
        assertThat(indexes(AccessPaths.inListingOrder(ascending(key)))).containsExactly(ofAll);
        assertThat(indexes(AccessPaths.inListingOrder(ascending(key, FAILED))))
                .containsExactly(ofOneStatus);
    }

    @Test
    void a_scan_by_name_is_bounded_by_status_and_position_but_not_by_times_and_text() {
        var beyond = new Beyond(new Position.ByName(new ProcessingJobName("m")), ASCENDING);
        var selection =
                ascending(SortKey.NAME, FAILED, TEXT, CREATED_AFTER_NOON, MODIFIED_AFTER_NOON)
                        .beyond(beyond.position());

        assertThat(AccessPaths.inListingOrder(selection).ranges())
                .containsExactly(
                        new IndexRange(
                                BY_STATUS,
                                List.of(IN_SCOPE, FAILED, beyond),
                                List.of(TEXT, CREATED_AFTER_NOON, MODIFIED_AFTER_NOON)));
    }

    @Test
    void a_scan_by_status_is_bounded_by_position() {
        var beyond =
                new Beyond(
                        new Position.ByStatus(
                                ProcessingJobStatus.FAILED, new ProcessingJobName("m")),
                        ASCENDING);

        assertThat(
                        AccessPaths.inListingOrder(
                                        ascending(SortKey.STATUS, TEXT).beyond(beyond.position()))
                                .ranges())
                .containsExactly(
                        new IndexRange(BY_STATUS, List.of(IN_SCOPE, beyond), List.of(TEXT)));
    }

    @Test
    void a_scan_by_creation_is_bounded_by_creation_and_position_but_not_by_text() {
        var beyond = new Beyond(createdAt(NOON.plusSeconds(1)), ASCENDING);
        var selection =
                ascending(SortKey.CREATION_TIME, CREATED_AFTER_NOON, CREATED_BEFORE_NEXT_DAY, TEXT)
                        .beyond(beyond.position());

        assertThat(AccessPaths.inListingOrder(selection).ranges())
                .containsExactly(
                        new IndexRange(
                                BY_CREATION,
                                List.of(
                                        IN_SCOPE,
                                        beyond,
                                        CREATED_AFTER_NOON,
                                        CREATED_BEFORE_NEXT_DAY),
                                List.of(TEXT)));
    }

    @Test
    void jobs_modified_in_a_window_were_created_in_it_or_the_week_before_but_for_late_ones() {
        var before = late(new Before(CREATION_TIME, WEEK_BEFORE.plusMillis(1)));
        var within =
                modifiedInWindow(
                        BY_CREATION,
                        new After(CREATION_TIME, WEEK_BEFORE),
                        CREATED_BEFORE_NEXT_DAY);
        var after = late(new After(CREATION_TIME, NEXT_DAY.minusMillis(1)));

        assertThat(AccessPaths.inListingOrder(window(ASCENDING)).ranges())
                .containsExactly(before, within, after);
        assertThat(AccessPaths.inListingOrder(window(DESCENDING)).ranges())
                .containsExactly(after, within, before);
    }

    @Test
    void late_jobs_are_read_only_on_the_side_on_which_modification_is_bounded() {
        assertThat(
                        indexes(
                                AccessPaths.inListingOrder(
                                        ascending(SortKey.CREATION_TIME, MODIFIED_AFTER_NOON))))
                .containsExactly(LATE_BY_CREATION, BY_CREATION);
        assertThat(
                        indexes(
                                AccessPaths.inListingOrder(
                                        ascending(
                                                SortKey.CREATION_TIME, MODIFIED_BEFORE_NEXT_DAY))))
                .containsExactly(BY_CREATION, LATE_BY_CREATION);
    }

    @Test
    void the_status_of_late_jobs_is_checked_entry_by_entry_since_it_is_in_no_key() {
        var path =
                AccessPaths.inListingOrder(
                        ascending(SortKey.CREATION_TIME, MODIFIED_AFTER_NOON, FAILED));

        assertThat(indexes(path)).containsExactly(LATE_BY_CREATION, BY_STATUS_AND_CREATION);
        assertThat(path.ranges().getFirst().residual()).contains(FAILED);
        assertThat(path.ranges().getLast().bounds()).contains(FAILED);
    }

    @Test
    void a_range_of_which_the_creation_bounds_leave_nothing_is_left_out() {
        var selection =
                ascending(
                        SortKey.CREATION_TIME,
                        MODIFIED_AFTER_NOON,
                        MODIFIED_BEFORE_NEXT_DAY,
                        CREATED_AFTER_NOON);

        assertThat(indexes(AccessPaths.inListingOrder(selection)))
                .containsExactly(BY_CREATION, LATE_BY_CREATION);
    }

    @Test
    void a_range_that_the_listing_has_passed_is_left_out() {
        assertThat(indexes(AccessPaths.inListingOrder(window(ASCENDING).beyond(createdAt(NOON)))))
                .containsExactly(BY_CREATION, LATE_BY_CREATION);
        assertThat(indexes(AccessPaths.inListingOrder(window(DESCENDING).beyond(createdAt(NOON)))))
                .containsExactly(BY_CREATION, LATE_BY_CREATION);
        assertThat(
                        indexes(
                                AccessPaths.inListingOrder(
                                        window(ASCENDING).beyond(createdAt(NEXT_DAY)))))
                .containsExactly(LATE_BY_CREATION);
        assertThat(
                        indexes(
                                AccessPaths.inListingOrder(
                                        window(DESCENDING).beyond(createdAt(WEEK_BEFORE)))))
                .containsExactly(LATE_BY_CREATION);
    }

    @Test
    void a_range_is_not_passed_before_its_last_millisecond_is() {
        var lastOfLate = window(ASCENDING).beyond(createdAt(WEEK_BEFORE));
        var firstOfWindow = window(DESCENDING).beyond(createdAt(WEEK_BEFORE.plusMillis(1)));

        assertThat(indexes(AccessPaths.inListingOrder(lastOfLate)))
                .containsExactly(LATE_BY_CREATION, BY_CREATION, LATE_BY_CREATION);
        assertThat(indexes(AccessPaths.inListingOrder(firstOfWindow)))
                .containsExactly(BY_CREATION, LATE_BY_CREATION);
    }

    private static Selection window(SortOrder order) {
        return selection(
                new Ordering(SortKey.CREATION_TIME, order),
                MODIFIED_AFTER_NOON,
                MODIFIED_BEFORE_NEXT_DAY);
    }

    private static IndexRange late(Criterion created) {
        return modifiedInWindow(LATE_BY_CREATION, created);
    }

    private static IndexRange modifiedInWindow(JobIndex index, Criterion... created) {
        return new IndexRange(
                index,
                Stream.concat(Stream.of(IN_SCOPE), Stream.of(created)).toList(),
                List.of(MODIFIED_AFTER_NOON, MODIFIED_BEFORE_NEXT_DAY));
    }

    private static Position createdAt(Instant time) {
        return new Position.ByCreationTime(time, new ProcessingJobName("m"));
    }
}
