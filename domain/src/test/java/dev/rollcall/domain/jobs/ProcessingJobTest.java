package dev.rollcall.domain.jobs;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class ProcessingJobTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.130999999Z, 2026-01-01T00:00:00.130Z",
        "1901-01-01T00:00:00.130999999Z, 1901-01-01T00:00:00.130Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999Z"
    })
    void times_are_truncated_to_milliseconds(Instant time, Instant cut) {
        var job = withTimes(time, time, time);

        assertThat(job.creationTime()).isEqualTo(cut);
        assertThat(job.lastModifiedTime()).isEqualTo(cut);
        assertThat(job.processingEndTime()).contains(cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
    void no_time_is_outside_the_years_0000_to_9999(Instant outside) {
        assertThatIllegalArgumentException().isThrownBy(() -> withTimes(outside, NOON, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> withTimes(NOON, outside, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> withTimes(NOON, NOON, outside));
    }

    private static ProcessingJob withTimes(Instant created, Instant modified, Instant ended) {
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName("train-7")),
                ProcessingJobStatus.COMPLETED,
                created,
                modified,
                Optional.of(ended),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_job_has_the_scope_and_the_name_of_its_arn() {
        var job = Jobs.job("train-7");

        assertThat(job.scope()).isEqualTo(SCOPE);
        assertThat(job.name()).hasToString("train-7");
        assertThat(job.nameInArn()).isEmpty();
        assertThat(job.id()).isEqualTo(new ProcessingJobId(SCOPE, job.name()));
    }

    @Test
    void an_arn_may_spell_the_name_in_other_case() {
        var job = withArnOf("train-7", "Train-7");

        assertThat(job.name()).hasToString("Train-7");
        assertThat(job.arn())
                .hasToString("arn:aws:sagemaker:eu-central-1:123456789012:processing-job/train-7");
        assertThat(job.nameInArn()).contains(new ProcessingJobName("train-7"));
        assertThat(job.id()).isEqualTo(new ProcessingJobId(SCOPE, job.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-8", "train-77", "train7", "t"})
    void no_job_has_the_arn_of_another(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> withArnOf("train-7", name));
    }

    private static ProcessingJob withArnOf(String nameInArn, String name) {
        return new ProcessingJob(
                new ProcessingJobName(name),
                new ProcessingJobArn(SCOPE, new ProcessingJobName(nameInArn)),
                ProcessingJobStatus.COMPLETED,
                NOON,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
