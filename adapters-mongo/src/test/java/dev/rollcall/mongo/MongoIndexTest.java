package dev.rollcall.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.JobIndex;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The indexes follow from those of the plan, and stay as collections have stored them.
class MongoIndexTest {

    @ParameterizedTest
    @CsvSource({
        "BY_NAME, job_by_name, tenant name created status modified",
        "BY_CREATION, job_by_creation, tenant created name status modified",
        "BY_STATUS, job_by_status, tenant status name created modified",
        "BY_STATUS_AND_CREATION, job_by_status_and_creation, tenant status created name modified",
        "BY_MODIFICATION, job_by_modification, tenant modified created name status",
        "LATE_BY_CREATION, late_job_by_creation, tenant late created name status modified",
        "LATE_BY_MODIFICATION, late_job_by_modification, tenant late modified created name status",
        "BY_NAME_IN_ARN, job_by_name_in_arn, tenant nameInArn name"
    })
    void the_stored_layout_does_not_change(MongoIndex index, String name, String fields) {
        assertThat(index.indexName()).isEqualTo(name);
        assertThat(String.join(" ", index.keys().keySet())).isEqualTo(fields);
    }

    @ParameterizedTest
    @EnumSource
    void every_index_of_the_plan_is_there_but_the_one_by_text(JobIndex index) {
        assertThat(MongoIndex.of(index).isPresent()).isEqualTo(index != JobIndex.BY_TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void an_index_has_a_condition_if_it_has_a_field_that_few_jobs_have(MongoIndex index) {
        assertThat(index.condition().isPresent())
                .isEqualTo(
                        index.keys().containsKey("late") || index.keys().containsKey("nameInArn"));
    }
}
