package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.validation.Violation;

import java.util.List;

/// The result of asking for the description of a job.
public sealed interface DescriptionResult {

    /// All that is known of the job.
    record Described(JobDescription description) implements DescriptionResult {}

    /// The request breaks constraints; these are all violations.
    record Invalid(List<Violation> violations) implements DescriptionResult {}

    /// No job of the scope has this name.
    record NotFound(ProcessingJobName name) implements DescriptionResult {}
}
