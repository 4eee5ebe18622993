package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;

import java.time.Instant;

/// The value of a member that only `DescribeProcessingJob` answers, such as `ProcessingInputs`.
///
/// No rule looks into it, so it is a text: the value in JSON, spelled in one way, so that equal
/// values are equal texts.
///
/// @param version of two values of one member the one with the later version counts: the
///   `LastModifiedTime` of the record that brought it, but for a member that is a time, that time;
///   truncated to milliseconds
public record JobDetail(Instant version, String json) {

    /// @throws IllegalArgumentException if the version is outside the years 0000 to 9999, or if the
    ///   JSON is not Unicode text that every store can hold
    public JobDetail {
        if (!Milliseconds.inRange(version)) {
            throw new IllegalArgumentException(version + " is outside the years 0000 to 9999");
        }
        if (!JobMessage.isText(json)) {
            throw new IllegalArgumentException("not the text of a detail");
        }
        version = Milliseconds.floor(version);
    }
}
