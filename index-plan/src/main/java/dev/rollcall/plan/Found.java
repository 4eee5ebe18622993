package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;

/// A job that an index led to: as much of it as the store has read so far.
public sealed interface Found {

    ProcessingJobName name();

    /// A job that was read whole.
    record Whole(ProcessingJob job) implements Found {

        @Override
        public ProcessingJobName name() {
            return job.name();
        }
    }

    /// The name of a job that is still to be loaded.
    record Named(ProcessingJobName name) implements Found {}
}
