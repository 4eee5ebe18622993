package dev.rollcall.domain.listings;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;

/// A position in a listing: what the job that was found there had under the sort key, and its name.
/// The job may have changed or be gone since; the position stays where it is.
public sealed interface Position {

    ProcessingJobName name();

    /// The sort key of the listings in which this is a position.
    SortKey key();

    /// What the job had under the sort key, as a number that sorts as the values do: milliseconds
    /// since 1970, or the code of a status. Where the name is all there is, it is 0.
    long keyValue();

    record ByName(ProcessingJobName name) implements Position {

        @Override
        public SortKey key() {
            return SortKey.NAME;
        }

        @Override
        public long keyValue() {
            return 0;
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
        public long keyValue() {
            return creationTime.toEpochMilli();
        }
    }

    record ByStatus(ProcessingJobStatus status, ProcessingJobName name) implements Position {

        @Override
        public SortKey key() {
            return SortKey.STATUS;
        }

        @Override
        public long keyValue() {
            return status.code();
        }
    }
}
