package dev.rollcall.domain.jobs;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of a job beyond its summary: members that only `DescribeProcessingJob` answers,
/// and the job's `Tags`, in alphabetical order.
public record JobDetails(SortedMap<String, JobDetail> members) {

    /// The greatest size of the details that one record may bring, in UTF-8 bytes of JSON.
    public static final int MAX_BYTES = 256 * 1024;

    public static final JobDetails NONE = new JobDetails(Map.of());

    public JobDetails(Map<String, JobDetail> members) {
        this(new TreeMap<>(members));
    }

    public JobDetails {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /// How many characters of JSON they are.
    public long length() {
        return members.values().stream().mapToLong(detail -> detail.json().length()).sum();
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /// Each member that either has, and of two values of one member the one with the later version.
    ///
    /// @param horizon as for [JobDescription#merge]
    public JobDetails merge(JobDetails other, Instant horizon) {
        return new RecordMerge(horizon).of(this, other);
    }
}
