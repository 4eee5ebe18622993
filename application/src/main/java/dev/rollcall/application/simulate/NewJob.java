package dev.rollcall.application.simulate;

import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobName;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// A job that a client asks for, once its request has been checked.
///
/// @param details what is known of a job that was created at some time
/// @param outcome how the job says that it is to end ([SimulatedOutcome#parse])
public record NewJob(
        ProcessingJobName name, Function<Instant, JobDetails> details, Optional<String> outcome) {}
