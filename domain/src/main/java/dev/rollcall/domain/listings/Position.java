package dev.rollcall.domain.listings;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;

/// A position in a listing: the sort key's value and the name of the job that was found there. The
/// job may have changed since; the position is still the same.
public sealed interface Position {

    ProcessingJobName name();

    /// The sort key of the listing.
    SortKey key();

    /// The sort key's value, as a number that sorts as the values do: milliseconds since 1970, or
    /// the code of a status. It is 0 if the sort key is the name.
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

    /// The time is truncated to milliseconds, as a job's is.
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
