package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.Milliseconds;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;

/// A place in a listing: the sort key and the name of the job that stood there. The job itself may
/// be gone or changed; the place stays.
public sealed interface Position {

    ProcessingJobName name();

    /// The key that a listing is sorted by in which this is a place.
    SortKey key();

    /// Compares this place with a job's in ascending order. This is the one place where the order
    /// of jobs is defined.
    int compareTo(ProcessingJob job);

    record ByName(ProcessingJobName name) implements Position {

        @Override
        public SortKey key() {
            return SortKey.NAME;
        }

        @Override
        public int compareTo(ProcessingJob job) {
            return name.compareTo(job.name());
        }
    }

    /// The time is cut to milliseconds, as a job's is.
    record ByCreationTime(Instant creationTime, ProcessingJobName name) implements Position {

        public ByCreationTime {
            creationTime = Milliseconds.floor(creationTime);
        }

        @Override
        public SortKey key() {
            return SortKey.CREATION_TIME;
        }

        @Override
        public int compareTo(ProcessingJob job) {
            int byTime = creationTime.compareTo(job.creationTime());
            return byTime != 0 ? byTime : name.compareTo(job.name());
        }
    }

    record ByStatus(ProcessingJobStatus status, ProcessingJobName name) implements Position {

        @Override
        public SortKey key() {
            return SortKey.STATUS;
        }

        @Override
        public int compareTo(ProcessingJob job) {
            int byStatus = status.compareTo(job.status());
            return byStatus != 0 ? byStatus : name.compareTo(job.name());
        }
    }
}
