package dev.rollcall.plan;

import static dev.rollcall.plan.BoundaryJobs.NOON;
import static dev.rollcall.plan.Column.SCOPE;
import static dev.rollcall.plan.Selections.CREATED_AFTER_NOON;
import static dev.rollcall.plan.Selections.CREATED_BEFORE_NEXT_DAY;
import static dev.rollcall.plan.Selections.FAILED;
import static dev.rollcall.plan.Selections.IN_SCOPE;
import static dev.rollcall.plan.Selections.MODIFIED_AFTER_NOON;
import static dev.rollcall.plan.Selections.MODIFIED_BEFORE_NEXT_DAY;
import static dev.rollcall.plan.Selections.TEXT;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.Beyond;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;

/// Which criteria bound an index follows from the columns that it is ordered by.
class IndexRangeTest {

    private static final ProcessingJobName NAME = new ProcessingJobName("m");
    private static final Beyond BEYOND_NAME = beyond(new Position.ByName(NAME));
    private static final Beyond BEYOND_CREATION = beyond(new Position.ByCreationTime(NOON, NAME));
    private static final Beyond BEYOND_STATUS =
            beyond(new Position.ByStatus(ProcessingJobStatus.FAILED, NAME));

    @ParameterizedTest
    @EnumSource
    void every_index_is_bounded_by_the_scope(JobIndex index) {
        assertThat(index.key()).startsWith(SCOPE);
        assertThat(bounds(index, IN_SCOPE)).containsExactly(IN_SCOPE);
    }

    @Test
    void an_index_is_bounded_by_the_times_that_come_next_in_its_key() {
        assertThat(
                        bounds(
                                JobIndex.BY_CREATION,
                                IN_SCOPE,
                                CREATED_AFTER_NOON,
                                MODIFIED_AFTER_NOON,
                                CREATED_BEFORE_NEXT_DAY))
                .containsExactly(IN_SCOPE, CREATED_AFTER_NOON, CREATED_BEFORE_NEXT_DAY);
        assertThat(
                        bounds(
                                JobIndex.LATE_BY_MODIFICATION,
                                IN_SCOPE,
                                CREATED_AFTER_NOON,
                                MODIFIED_AFTER_NOON,
                                MODIFIED_BEFORE_NEXT_DAY))
                .containsExactly(IN_SCOPE, MODIFIED_AFTER_NOON, MODIFIED_BEFORE_NEXT_DAY);
    }

    @Test
    void an_index_by_status_is_bounded_by_what_follows_only_within_one_status() {
        var index = JobIndex.BY_STATUS_AND_CREATION;

        assertThat(bounds(index, IN_SCOPE, FAILED, CREATED_AFTER_NOON))
                .containsExactly(IN_SCOPE, FAILED, CREATED_AFTER_NOON);
        assertThat(bounds(index, IN_SCOPE, CREATED_AFTER_NOON)).containsExactly(IN_SCOPE);
        assertThat(bounds(JobIndex.BY_STATUS, IN_SCOPE, FAILED, BEYOND_NAME))
                .containsExactly(IN_SCOPE, FAILED, BEYOND_NAME);
        assertThat(bounds(JobIndex.BY_STATUS, IN_SCOPE, BEYOND_NAME)).containsExactly(IN_SCOPE);
    }

    @Test
    void a_status_is_checked_entry_by_entry_where_the_key_does_not_have_it_next() {
        assertThat(IndexRange.of(JobIndex.BY_NAME, List.of(IN_SCOPE, FAILED)))
                .isEqualTo(new IndexRange(JobIndex.BY_NAME, List.of(IN_SCOPE), List.of(FAILED)));
    }

    @Test
    void a_position_bounds_an_index_of_its_own_order() {
        assertThat(bounds(JobIndex.BY_NAME, IN_SCOPE, BEYOND_NAME)).contains(BEYOND_NAME);
        assertThat(bounds(JobIndex.BY_CREATION, IN_SCOPE, BEYOND_CREATION))
                .contains(BEYOND_CREATION);
        assertThat(bounds(JobIndex.BY_STATUS, IN_SCOPE, BEYOND_STATUS)).contains(BEYOND_STATUS);
        assertThat(bounds(JobIndex.BY_STATUS, IN_SCOPE, FAILED, BEYOND_STATUS))
                .contains(BEYOND_STATUS);
    }

    @Test
    void a_position_does_not_bound_an_index_of_another_order() {
        assertThat(bounds(JobIndex.BY_CREATION, IN_SCOPE, BEYOND_NAME)).containsExactly(IN_SCOPE);
        assertThat(bounds(JobIndex.BY_MODIFICATION, IN_SCOPE, BEYOND_CREATION))
                .containsExactly(IN_SCOPE);
        assertThat(bounds(JobIndex.BY_STATUS_AND_CREATION, IN_SCOPE, BEYOND_STATUS))
                .containsExactly(IN_SCOPE);
    }

    @ParameterizedTest
    @EnumSource
    void a_text_bounds_the_index_by_text_alone(JobIndex index) {
        assertThat(bounds(index, IN_SCOPE, TEXT).contains(TEXT))
                .isEqualTo(index == JobIndex.BY_TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_has_all_columns_once(JobIndex index) {
        assertThat(index.otherColumns()).doesNotContainAnyElementsOf(index.key());
        assertThat(index.key().size() + index.otherColumns().size())
                .isEqualTo(Column.values().length);
    }

    private static List<Criterion> bounds(JobIndex index, Criterion... criteria) {
        var range = IndexRange.of(index, Arrays.asList(criteria));
        assertThat(range.residual()).doesNotContainAnyElementsOf(range.bounds());
        assertThat(range.bounds().size() + range.residual().size()).isEqualTo(criteria.length);
        return range.bounds();
    }

    private static Beyond beyond(Position position) {
        return new Beyond(position, SortOrder.ASCENDING);
    }
}
