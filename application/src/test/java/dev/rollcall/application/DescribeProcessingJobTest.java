package dev.rollcall.application;

import static dev.rollcall.application.Jobs.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.jobs.TagsRequest;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked about one job: its description, and its tags.
class DescribeProcessingJobTest {

    private static final JobDescription JOB =
            new JobDescription(
                    Jobs.withLowerCaseArn(Jobs.job("Churn")),
                    new JobDetails(Map.of("Tags", new JobDetail(Jobs.NOON, "[]"))));
    private static final String ARN = JOB.job().arn().toString();

    private final OneJob store = new OneJob(JOB);

    private DescriptionResult describe(Scope scope, String name) {
        return new DescribeProcessingJob(store).describe(scope, Optional.of(name));
    }

    private TagsResult tags(Scope scope, String arn, Optional<String> token) {
        var request = new TagsRequest(Optional.of(arn), token, Optional.empty());
        return new ListTags(store).list(scope, request);
    }

    @Test
    void a_job_is_described_by_its_name() {
        assertThat(describe(SCOPE, "Churn")).isEqualTo(new DescriptionResult.Described(JOB));
    }

    @Test
    void a_name_in_other_case_or_in_another_scope_is_not_found() {
        assertThat(describe(SCOPE, "churn"))
                .isEqualTo(new DescriptionResult.NotFound(new ProcessingJobName("churn")));
        assertThat(describe(Scope.of("123456789012", "us-east-1"), "Churn"))
                .isEqualTo(new DescriptionResult.NotFound(new ProcessingJobName("Churn")));
    }

    @Test
    void a_request_without_a_name_is_invalid() {
        assertThat(new DescribeProcessingJob(store).describe(SCOPE, Optional.empty()))
                .isEqualTo(
                        new DescriptionResult.Invalid(
                                List.of(new Violation.Missing("ProcessingJobName"))));
    }

    @Test
    void tags_are_found_by_the_arn_as_it_is_listed() {
        assertThat(ARN).endsWith("/churn");
        assertThat(tags(SCOPE, ARN, Optional.empty()))
                .isEqualTo(new TagsResult.Found(JOB.details()));
        assertThat(tags(SCOPE, ARN, Optional.of("")))
                .isEqualTo(new TagsResult.Found(JOB.details()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing-job/Churn", "processing-job/x", "training-job/churn"})
    void an_arn_that_no_job_has_is_not_found(String resource) {
        String other = ARN.replace("processing-job/churn", resource);

        assertThat(tags(SCOPE, other, Optional.empty())).isEqualTo(new TagsResult.NotFound(other));
    }

    @Test
    void an_arn_of_another_account_or_region_is_not_found() {
        for (Scope scope :
                List.of(
                        Scope.of("123456789012", "us-east-1"),
                        Scope.of("999999999999", "eu-central-1"))) {
            assertThat(tags(scope, ARN, Optional.empty())).isEqualTo(new TagsResult.NotFound(ARN));
        }
    }

    @Test
    void no_token_continues_a_list_of_tags() {
        assertThat(tags(SCOPE, ARN, Optional.of("x"))).isEqualTo(new TagsResult.TokenRefused());
    }

    @Test
    void constraints_come_before_the_token() {
        var request = new TagsRequest(Optional.empty(), Optional.of("x"), Optional.empty());

        assertThat(new ListTags(store).list(SCOPE, request))
                .isEqualTo(new TagsResult.Invalid(List.of(new Violation.Missing("ResourceArn"))));
    }
}
