package dev.rollcall.json;

import dev.rollcall.domain.jobs.ProcessingJob;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

import java.time.Instant;
import java.util.function.Consumer;

/// Writes the members of jobs. A page has hundreds of them, so their names are kept as they are
/// written, and all times are spelled in the same place.
final class SummaryWriter {

    private static final SerializableString CREATION_TIME =
            new SerializedString(ProcessingJobJson.CREATION_TIME);
    private static final SerializableString EXIT_MESSAGE =
            new SerializedString(ProcessingJobJson.EXIT_MESSAGE);
    private static final SerializableString FAILURE_REASON =
            new SerializedString(ProcessingJobJson.FAILURE_REASON);
    private static final SerializableString LAST_MODIFIED_TIME =
            new SerializedString(ProcessingJobJson.LAST_MODIFIED_TIME);
    private static final SerializableString PROCESSING_END_TIME =
            new SerializedString(ProcessingJobJson.PROCESSING_END_TIME);
    private static final SerializableString PROCESSING_JOB_ARN =
            new SerializedString(ProcessingJobJson.PROCESSING_JOB_ARN);
    private static final SerializableString PROCESSING_JOB_NAME =
            new SerializedString(ProcessingJobJson.PROCESSING_JOB_NAME);
    private static final SerializableString PROCESSING_JOB_STATUS =
            new SerializedString(ProcessingJobJson.PROCESSING_JOB_STATUS);

    private final JsonGenerator json;
    private final Consumer<String> before;
    private final EpochSeconds seconds = new EpochSeconds();

    SummaryWriter(JsonGenerator json) {
        this(json, _ -> {});
    }

    /// @param before is called with the name of each member before that is written
    SummaryWriter(JsonGenerator json, Consumer<String> before) {
        this.json = json;
        this.before = before;
    }

    /// Writes a job as an object.
    void write(ProcessingJob job) {
        json.writeStartObject();
        writeMembers(job);
        json.writeEndObject();
    }

    void writeMembers(ProcessingJob job) {
        write(CREATION_TIME, job.creationTime());
        job.exitMessage().ifPresent(message -> write(EXIT_MESSAGE, message.text()));
        job.failureReason().ifPresent(reason -> write(FAILURE_REASON, reason.text()));
        write(LAST_MODIFIED_TIME, job.lastModifiedTime());
        job.processingEndTime().ifPresent(time -> write(PROCESSING_END_TIME, time));
        write(PROCESSING_JOB_ARN, job.arn().toString());
        write(PROCESSING_JOB_NAME, job.name().value());
        write(PROCESSING_JOB_STATUS, job.status().wireName());
    }

    private void write(SerializableString member, Instant time) {
        begin(member);
        seconds.write(json, time);
    }

    private void write(SerializableString member, String text) {
        begin(member);
        json.writeString(text);
    }

    private void begin(SerializableString member) {
        before.accept(member.getValue());
        json.writeName(member);
    }
}
