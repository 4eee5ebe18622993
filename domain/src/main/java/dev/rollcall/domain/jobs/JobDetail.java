package dev.rollcall.domain.jobs;

import java.time.Instant;

/// The value of a member that only `DescribeProcessingJob` answers, such as `ProcessingInputs`.
///
/// No rule looks into it, so it is a text: the value in JSON, spelled in one way, so that equal
/// values are equal texts.
///
/// @param version of two values of one member the one with the later version counts: the
///   `LastModifiedTime` of the record that brought it, but for a member that is a time, that time
public record JobDetail(Instant version, String json) {}
