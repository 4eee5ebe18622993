package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.validation.Violation;

import java.util.List;

/// The result of asking for the tags of a job.
public sealed interface TagsResult {

    /// The job is there, and its tags are those of its details.
    record Found(JobDetails details) implements TagsResult {}

    /// The request breaks constraints; these are all violations.
    record Invalid(List<Violation> violations) implements TagsResult {}

    /// The request has a page token, and there is none that it could be.
    record TokenRefused() implements TagsResult {}

    /// No job of the scope has this ARN.
    record NotFound(String arn) implements TagsResult {}
}
