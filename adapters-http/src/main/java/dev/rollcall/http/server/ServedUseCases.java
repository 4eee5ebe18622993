package dev.rollcall.http.server;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.simulate.Simulation;

import java.util.Optional;

/// The use cases that the server answers with.
///
/// @param simulation what changes jobs; empty unless their lives are simulated
public record ServedUseCases(
        ListProcessingJobs listProcessingJobs,
        DescribeProcessingJob describeProcessingJob,
        ListTags listTags,
        RecordProcessingJobs recordProcessingJobs,
        Optional<Simulation> simulation) {

    /// Those of a server whose jobs no client changes.
    public ServedUseCases(
            ListProcessingJobs listProcessingJobs,
            DescribeProcessingJob describeProcessingJob,
            ListTags listTags,
            RecordProcessingJobs recordProcessingJobs) {
        this(
                listProcessingJobs,
                describeProcessingJob,
                listTags,
                recordProcessingJobs,
                Optional.empty());
    }
}
