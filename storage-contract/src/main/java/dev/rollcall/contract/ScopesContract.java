package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// The scopes of a store are those that it has jobs of.
abstract class ScopesContract {

    private static final Scope ELSEWHERE = Scope.of("000000000001", "us-east-1");
    private static final Scope SAME_ACCOUNT = Scope.of("123456789012", "eu-west-1");

    @Test
    void a_new_store_has_no_scopes(ProcessingJobStore store) {
        assertThat(store.readScopes()).isEmpty();
    }

    @Test
    void each_scope_with_a_job_is_read_once(ProcessingJobStore store) {
        store.upsert(jobsIn(SCOPE));
        assertThat(store.readScopes()).containsExactly(SCOPE);

        store.upsert(jobsIn(SAME_ACCOUNT));
        store.upsert(jobsIn(ELSEWHERE));
        store.upsert(jobsIn(SCOPE));
        assertThat(store.readScopes()).containsExactlyInAnyOrder(SCOPE, SAME_ACCOUNT, ELSEWHERE);
    }

    @Test
    void the_scopes_of_a_closed_store_are_unavailable(ProcessingJobStore store) {
        store.upsert(jobsIn(SCOPE));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(store::readScopes);
    }

    private static List<ProcessingJob> jobsIn(Scope scope) {
        return Stream.of("one", "two").map(name -> job(name).in(scope).build()).toList();
    }
}
