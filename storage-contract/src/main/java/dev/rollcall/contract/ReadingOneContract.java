package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;

/// One job is read by its identity or by its ARN.
abstract class ReadingOneContract {

    private static final Scope ELSEWHERE = Scope.of("123456789012", "us-east-2");

    @Test
    void a_job_is_read_by_its_scope_and_name(ProcessingJobStore store) {
        var random = new AdversarialJobs(71);
        var jobs = random.jobs(random.scopes(), 20);
        store.upsert(jobs);
        for (ProcessingJob job : jobs) {
            assertThat(store.read(job.id())).contains(new JobDescription(job));
        }
    }

    @Test
    void a_job_that_is_not_there_is_not_read(ProcessingJobStore store) {
        assertThat(store.read(id("one", SCOPE))).isEmpty();
        store.upsert(List.of(job("one").build(), job("two").in(ELSEWHERE).build()));
        assertThat(store.read(id("two", SCOPE))).isEmpty();
        assertThat(store.read(id("One", SCOPE))).isEmpty();
        assertThat(store.read(arn("two", SCOPE))).isEmpty();
        assertThat(store.read(arn("One", SCOPE))).isEmpty();
        assertThat(store.read(arn("one", Scope.of("000000000000", "us-east-1")))).isEmpty();
    }

    @Test
    void a_job_is_read_by_its_arn_as_it_is_listed(ProcessingJobStore store) {
        var plain = job("plain").describe();
        var clarify = job("Clarify-1").nameInArn("clarify-1").detail("RoleArn", "1").describe();
        store.upsert(List.of(plain, clarify), CREATED);
        assertThat(store.read(plain.job().arn())).contains(plain);
        assertThat(store.read(clarify.job().arn())).contains(clarify);
        assertThat(store.read(arn("Clarify-1", SCOPE))).isEmpty();
        assertThat(store.read(arn("clarify-1", ELSEWHERE))).isEmpty();
    }

    @Test
    void of_two_jobs_with_one_arn_the_one_whose_name_it_spells_is_read(ProcessingJobStore store) {
        var upper = job("ONE").nameInArn("one").describe();
        var middle = job("One").nameInArn("one").describe();
        var lower = job("one").describe();
        store.upsert(List.of(middle, upper), CREATED);
        assertThat(store.read(lower.job().arn())).contains(upper);
        store.upsert(List.of(lower), CREATED);
        assertThat(store.read(lower.job().arn())).contains(lower);
    }

    @Test
    void a_job_whose_arn_has_changed_is_read_by_the_new_one_alone(ProcessingJobStore store) {
        var first = job("One").nameInArn("one").build();
        var second = job("One").nameInArn("ONE").modified(CREATED.plusMillis(1)).build();
        var third = job("One").modified(CREATED.plusMillis(2)).build();
        for (ProcessingJob next : List.of(first, second, third)) {
            store.upsert(List.of(next));
            for (ProcessingJob each : List.of(first, second, third)) {
                assertThat(store.read(each.arn()))
                        .isEqualTo(store.read(next.id()).filter(_ -> each.equals(next)));
            }
        }
    }

    @Test
    void a_closed_store_is_unavailable(ProcessingJobStore store) {
        store.upsert(List.of(job("one").build()));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store.read(id("one", SCOPE)));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store.read(arn("one", SCOPE)));
    }

    private static ProcessingJobId id(String name, Scope scope) {
        return new ProcessingJobId(scope, new ProcessingJobName(name));
    }

    private static ProcessingJobArn arn(String name, Scope scope) {
        return new ProcessingJobArn(scope, new ProcessingJobName(name));
    }
}
