package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobMessage;
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

    private ProcessingJobJson() {}

    /// Writes a page: `{"NextToken":…,"ProcessingJobSummaries":[…]}`.
    public static void writePage(
            JsonGenerator json, List<ProcessingJob> jobs, Optional<String> nextToken) {
        json.writeStartObject();
        nextToken.ifPresent(token -> json.writeStringProperty(NEXT_TOKEN, token));
        json.writeArrayPropertyStart(SUMMARIES);
        jobs.forEach(job -> write(json, job));
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Writes one job.
    public static void write(JsonGenerator json, ProcessingJob job) {
        json.writeStartObject();
        write(json, CREATION_TIME, job.creationTime());
        write(json, EXIT_MESSAGE, job.exitMessage());
        write(json, FAILURE_REASON, job.failureReason());
        write(json, LAST_MODIFIED_TIME, job.lastModifiedTime());
        job.processingEndTime().ifPresent(time -> write(json, PROCESSING_END_TIME, time));
        json.writeStringProperty(PROCESSING_JOB_ARN, job.arn().toString());
        json.writeStringProperty(PROCESSING_JOB_NAME, job.name().value());
        json.writeStringProperty(PROCESSING_JOB_STATUS, job.status().wireName());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String member, Optional<JobMessage> message) {
        message.ifPresent(text -> json.writeStringProperty(member, text.text()));
    }

    private static void write(JsonGenerator json, String member, Instant time) {
        json.writeName(member);
        json.writeNumber(epochSeconds(time));
    }

    /// Epoch seconds to the millisecond, as AWS spells them: `1.62321294013E9`. In the years 0000
    /// to 9999 that is 15 digits at the most, and a `double` keeps all of them.
    static String epochSeconds(Instant time) {
        return Double.toString(time.toEpochMilli() / 1000.0);
    }
}
