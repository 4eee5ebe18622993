package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.simulate.NewJob;
import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.application.simulate.SettledStore;
import dev.rollcall.application.simulate.SimulateProcessingJobs;
import dev.rollcall.application.simulate.SimulatedOutcome;
import dev.rollcall.application.simulate.SimulationResult;
import dev.rollcall.contract.ForwardingStore;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.contract.ReferenceStore;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Simulated jobs in a store that keeps a change, and cannot say so.
class UnacknowledgedSimulationTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final ProcessingJobName NAME = new ProcessingJobName("job");

    private final SilentStore store = new SilentStore();
    private final SettableClock clock = new SettableClock(InstantSource.fixed(NOON));
    private final SimulateProcessingJobs jobs =
            new SimulateProcessingJobs(store, SimulatedOutcome.USUAL, clock);

    @Test
    void a_job_ends_whose_creation_was_not_acknowledged() {
        store.silent = true;
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(this::create);
        store.silent = false;
        assertThat(create()).isInstanceOf(SimulationResult.NameTaken.class);

        clock.set(NOON.plusSeconds(5));
        assertThat(job().status()).isEqualTo(ProcessingJobStatus.COMPLETED);
    }

    @Test
    void a_job_is_stopped_soon_whose_stop_was_not_acknowledged() {
        create();
        clock.set(NOON.plusSeconds(1));
        store.silent = true;
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(this::stop);
        store.silent = false;
        assertThat(stop()).isInstanceOf(SimulationResult.Done.class);
        assertThat(job().status()).isEqualTo(ProcessingJobStatus.STOPPING);

        clock.set(NOON.plusSeconds(2));
        assertThat(job().status()).isEqualTo(ProcessingJobStatus.STOPPED);
        clock.set(NOON.plusSeconds(5));
        assertThat(job().status()).isEqualTo(ProcessingJobStatus.STOPPED);
    }

    @Test
    void a_job_ends_once_whose_end_was_not_acknowledged() {
        create();
        clock.set(NOON.plusSeconds(6));
        store.silent = true;
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(this::job);
        store.silent = false;

        assertThat(job().status()).isEqualTo(ProcessingJobStatus.COMPLETED);
        assertThat(job().processingEndTime()).contains(NOON.plusSeconds(5));
    }

    private SimulationResult create() {
        return jobs.create(
                JobBuilder.SCOPE, new NewJob(NAME, _ -> JobDetails.NONE, Optional.empty()));
    }

    private SimulationResult stop() {
        return jobs.stop(JobBuilder.SCOPE, NAME);
    }

    private ProcessingJob job() {
        return new SettledStore(store, jobs)
                .read(new ProcessingJobId(JobBuilder.SCOPE, NAME))
                .orElseThrow()
                .job();
    }

    private static final class SilentStore extends ForwardingStore {

        private boolean silent;

        SilentStore() {
            super(new ReferenceStore());
        }

        @Override
        public int upsert(List<JobDescription> batch, Instant horizon) {
            int changed = super.upsert(batch, horizon);
            if (silent) {
                throw new StorageUnavailable("no answer", new IllegalStateException());
            }
            return changed;
        }
    }
}
