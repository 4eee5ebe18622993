package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobRecord;

/// A job's record as it was read.
///
/// @param assumesUtc whether one of its times was written without a zone, and so was read as UTC
public record ReadRecord(JobRecord record, boolean assumesUtc) {}
