package dev.rollcall.domain;

import java.time.Instant;

/// A time of a job that a listing can be bounded by.
public enum TimeField {
    CREATION_TIME {
        @Override
        public Instant of(ProcessingJob job) {
            return job.creationTime();
        }
    },
    LAST_MODIFIED_TIME {
        @Override
        public Instant of(ProcessingJob job) {
            return job.lastModifiedTime();
        }
    };

    public abstract Instant of(ProcessingJob job);
}
