package dev.rollcall.json;

import dev.rollcall.domain.jobs.ProcessingJob;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The AWS JSON spelling of processing jobs (SageMaker API, `ProcessingJobSummary`): compact,
/// members in alphabetical order, an absent one left out. A [JobRecordReader] reads it back.
public final class ProcessingJobJson {

    public static final String NEXT_TOKEN = "NextToken";
    public static final String SUMMARIES = "ProcessingJobSummaries";

    public static final Set<String> PAGE_MEMBERS = Set.of(NEXT_TOKEN, SUMMARIES);

    static final String CREATION_TIME = "CreationTime";
    static final String EXIT_MESSAGE = "ExitMessage";
    static final String FAILURE_REASON = "FailureReason";
    static final String LAST_MODIFIED_TIME = "LastModifiedTime";
    static final String PROCESSING_END_TIME = "ProcessingEndTime";
    static final String PROCESSING_JOB_ARN = "ProcessingJobArn";
    static final String PROCESSING_JOB_NAME = "ProcessingJobName";
    static final String PROCESSING_JOB_STATUS = "ProcessingJobStatus";

    public static final Set<String> JOB_MEMBERS =
            Set.of(
                    CREATION_TIME,
                    EXIT_MESSAGE,
                    FAILURE_REASON,
                    LAST_MODIFIED_TIME,
                    PROCESSING_END_TIME,
                    PROCESSING_JOB_ARN,
                    PROCESSING_JOB_NAME,
                    PROCESSING_JOB_STATUS);

    /// A job without messages, with the longest name, is a little shorter.
    private static final int USUAL_LENGTH = 432;

    private ProcessingJobJson() {}

    /// How many bytes a page of so many jobs needs at most, unless jobs have messages.
    public static int usualLength(int jobs) {
        return (jobs + 1) * USUAL_LENGTH;
    }

    /// Writes a page: `{"NextToken":…,"ProcessingJobSummaries":[…]}`.
    public static void writePage(
            JsonGenerator json, List<ProcessingJob> jobs, Optional<String> nextToken) {
        json.writeStartObject();
        nextToken.ifPresent(token -> json.writeStringProperty(NEXT_TOKEN, token));
        json.writeArrayPropertyStart(SUMMARIES);
        jobs.forEach(new SummaryWriter(json)::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Writes one job.
    public static void write(JsonGenerator json, ProcessingJob job) {
        new SummaryWriter(json).write(job);
    }

    /// Epoch seconds to the millisecond, as AWS spells them: `1.62321294013E9`.
    public static String epochSeconds(Instant time) {
        return EpochSeconds.of(time);
    }
}
