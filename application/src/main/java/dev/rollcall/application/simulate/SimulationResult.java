package dev.rollcall.application.simulate;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

/// The result of asking for a change of a simulated job.
public sealed interface SimulationResult {

    /// The job as it is now; for a deletion, as it was.
    record Done(JobDescription job) implements SimulationResult {}

    /// A job of this name is there already.
    record NameTaken(JobDescription job) implements SimulationResult {}

    /// No job of the scope has this name.
    record NoSuchJob(ProcessingJobName name) implements SimulationResult {}

    /// No job of the scope has this ARN.
    record NoSuchResource(String arn) implements SimulationResult {}

    /// The job has ended, so it cannot be stopped.
    record HasEnded(ProcessingJobStatus status) implements SimulationResult {}

    /// The job has not ended, so it cannot be deleted.
    record HasNotEnded(JobDescription job) implements SimulationResult {}

    /// The job says in a form that is not known how it is to end.
    record OutcomeNotRead(String text) implements SimulationResult {}

    /// The job would have more tags than a resource may have.
    record TooManyTags() implements SimulationResult {}
}
