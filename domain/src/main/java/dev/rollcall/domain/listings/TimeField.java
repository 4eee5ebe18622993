package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.Instant;

/// A time of a job that a listing can be limited by.
public enum TimeField {
    CREATION_TIME,
    LAST_MODIFIED_TIME;

    public Instant of(ProcessingJob job) {
        return switch (this) {
            case CREATION_TIME -> job.creationTime();
            case LAST_MODIFIED_TIME -> job.lastModifiedTime();
        };
    }
}
