package dev.rollcall.http.server;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;

/// The use cases that the server answers with.
public record ServedUseCases(
        ListProcessingJobs listProcessingJobs,
        DescribeProcessingJob describeProcessingJob,
        ListTags listTags,
        RecordProcessingJobs recordProcessingJobs) {}
