package dev.rollcall.plan;

import static dev.rollcall.domain.listings.TimeField.CREATION_TIME;
import static dev.rollcall.plan.JobIndex.BY_CREATION;
import static dev.rollcall.plan.JobIndex.BY_MODIFICATION;
import static dev.rollcall.plan.JobIndex.BY_STATUS_AND_CREATION;
import static dev.rollcall.plan.JobIndex.BY_TEXT;
import static dev.rollcall.plan.JobIndex.LATE_BY_MODIFICATION;
import static dev.rollcall.plan.Selections.CREATED_AFTER_NOON;
import static dev.rollcall.plan.Selections.FAILED;
import static dev.rollcall.plan.Selections.IN_SCOPE;
import static dev.rollcall.plan.Selections.MODIFIED_AFTER_NOON;
import static dev.rollcall.plan.Selections.TEXT;
import static dev.rollcall.plan.Selections.WEEK_BEFORE;
import static dev.rollcall.plan.Selections.ascending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.listings.Criterion.Before;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// The access paths in another order than the listing's.
class AlternativePathsTest {

    @Test
    void a_listing_without_times_or_text_has_no_alternative() {
        assertThat(AccessPaths.alternatives(ascending(SortKey.NAME, FAILED))).isEmpty();
    }

    @Test
    void an_alternative_is_by_creation_by_modification_or_by_text() {
        var selection = ascending(SortKey.NAME, MODIFIED_AFTER_NOON, CREATED_AFTER_NOON, TEXT);

        assertThat(AccessPaths.alternatives(selection))
                .containsExactly(
                        AccessPath.of(
                                new IndexRange(
                                        BY_CREATION,
                                        List.of(IN_SCOPE, CREATED_AFTER_NOON),
                                        List.of(MODIFIED_AFTER_NOON, TEXT))),
                        AccessPath.of(
                                new IndexRange(
                                        BY_MODIFICATION,
                                        List.of(IN_SCOPE, MODIFIED_AFTER_NOON),
                                        List.of(CREATED_AFTER_NOON, TEXT))),
                        AccessPath.of(
                                new IndexRange(
                                        BY_TEXT,
                                        List.of(IN_SCOPE, TEXT),
                                        List.of(MODIFIED_AFTER_NOON, CREATED_AFTER_NOON))));
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "STATUS"})
    void an_alternative_by_creation_is_bounded_by_the_status(SortKey key) {
        assertThat(AccessPaths.alternatives(ascending(key, CREATED_AFTER_NOON, FAILED)))
                .extracting(Selections::indexes)
                .containsExactly(List.of(BY_STATUS_AND_CREATION));
    }

    @Test
    void an_alternative_reads_late_jobs_by_modification_since_that_bounds_them() {
        var created = new Before(CREATION_TIME, WEEK_BEFORE);

        assertThat(AccessPaths.alternatives(ascending(SortKey.NAME, MODIFIED_AFTER_NOON, created)))
                .first()
                .isEqualTo(
                        AccessPath.of(
                                new IndexRange(
                                        LATE_BY_MODIFICATION,
                                        List.of(IN_SCOPE, MODIFIED_AFTER_NOON),
                                        List.of(created))));
    }

    @ParameterizedTest
    @EnumSource
    void jobs_of_one_status_modified_in_a_window_have_an_alternative_by_creation(SortKey key) {
        assertThat(AccessPaths.alternatives(ascending(key, MODIFIED_AFTER_NOON, FAILED)))
                .extracting(Selections::indexes)
                .containsExactly(
                        List.of(LATE_BY_MODIFICATION, BY_STATUS_AND_CREATION),
                        List.of(BY_MODIFICATION));
        assertThat(AccessPaths.alternatives(ascending(key, MODIFIED_AFTER_NOON)))
                .extracting(Selections::indexes)
                .containsExactly(List.of(BY_MODIFICATION));
    }

    @Test
    void a_listing_by_creation_has_no_alternative_by_creation() {
        assertThat(AccessPaths.alternatives(ascending(SortKey.CREATION_TIME, CREATED_AFTER_NOON)))
                .isEmpty();
    }
}
