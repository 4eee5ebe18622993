package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        jobs.forEach(job -> write(json, job));
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Writes one job.
    public static void write(JsonGenerator json, ProcessingJob job) {
        json.writeStartObject();
        writeMembers(json, job, _ -> {});
        json.writeEndObject();
    }

    /// Writes the members of a job.
    ///
    /// @param before is called with the name of each member before that would be written
    static void writeMembers(JsonGenerator json, ProcessingJob job, Consumer<String> before) {
        before.accept(CREATION_TIME);
        write(json, CREATION_TIME, job.creationTime());
        before.accept(EXIT_MESSAGE);
        write(json, EXIT_MESSAGE, job.exitMessage());
        before.accept(FAILURE_REASON);
        write(json, FAILURE_REASON, job.failureReason());
        before.accept(LAST_MODIFIED_TIME);
        write(json, LAST_MODIFIED_TIME, job.lastModifiedTime());
        before.accept(PROCESSING_END_TIME);
        job.processingEndTime().ifPresent(time -> write(json, PROCESSING_END_TIME, time));
        before.accept(PROCESSING_JOB_ARN);
        json.writeStringProperty(PROCESSING_JOB_ARN, job.arn().toString());
        before.accept(PROCESSING_JOB_NAME);
        json.writeStringProperty(PROCESSING_JOB_NAME, job.name().value());
        before.accept(PROCESSING_JOB_STATUS);
        json.writeStringProperty(PROCESSING_JOB_STATUS, job.status().wireName());
    }

    private static void write(JsonGenerator json, String member, Optional<JobMessage> message) {
        message.ifPresent(text -> json.writeStringProperty(member, text.text()));
    }

    private static void write(JsonGenerator json, String member, Instant time) {
        json.writeName(member);
        json.writeNumber(epochSeconds(time));
    }

    /// Epoch seconds to the millisecond, as AWS spells them: `1.62321294013E9`.
    public static String epochSeconds(Instant time) {
        return EpochSeconds.of(time);
    }
}
