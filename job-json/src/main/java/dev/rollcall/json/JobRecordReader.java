package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobRecord;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a processing job in the spelling of AWS ([ProcessingJobJson], [JobDescriptionJson]), as an
/// API answer, an event or a command line client's output has it.
///
/// Members that the API does not have are skipped, and `null` is an absent member. A time is a
/// number, or a string that is a [WrittenTime].
public final class JobRecordReader {

    private final JsonParser parser;
    private final ValueReader values;
    private final DetailReader detailReader;
    private Optional<Instant> creationTime = Optional.empty();
    private Optional<String> exitMessage = Optional.empty();
    private Optional<String> failureReason = Optional.empty();
    private Optional<Instant> lastModifiedTime = Optional.empty();
    private Optional<Instant> processingEndTime = Optional.empty();
    private Optional<String> processingJobArn = Optional.empty();
    private Optional<String> processingJobName = Optional.empty();
    private Optional<String> processingJobStatus = Optional.empty();
    private final SortedMap<String, JobRecord.Detail> details = new TreeMap<>();

    private JobRecordReader(JsonParser parser) {
        this.parser = parser;
        this.values = new ValueReader(parser);
        this.detailReader = new DetailReader(parser, values);
    }

    /// Reads the job at the parser's current token, which is the job's first or already the name of
    /// its first member. Afterwards the current token is the last one, the end of the object, even
    /// if the job is malformed.
    ///
    /// @throws MalformedJob if the value is no object, or a member is of the wrong type
    /// @throws JacksonException if it is not JSON; nothing more can be read with the parser then
    public static ReadRecord read(JsonParser parser) throws MalformedJob {
        return new JobRecordReader(parser).read();
    }

    private ReadRecord read() throws MalformedJob {
        switch (parser.currentToken()) {
            case START_OBJECT -> parser.nextToken();
            case PROPERTY_NAME, END_OBJECT -> {}
            default -> {
                String found = values.found();
                parser.skipChildren();
                throw new MalformedJob("A job is an object, not " + found);
            }
        }
        for (; parser.currentToken() == JsonToken.PROPERTY_NAME; parser.nextToken()) {
            String member = parser.currentName();
            parser.nextToken();
            readMember(member);
        }
        values.requireNoError();
        return new ReadRecord(
                new JobRecord(
                        creationTime,
                        exitMessage,
                        failureReason,
                        lastModifiedTime,
                        processingEndTime,
                        processingJobArn,
                        processingJobName,
                        processingJobStatus,
                        details.isEmpty() ? Map.of() : details),
                values.assumesUtc());
    }

    private void readMember(String member) {
        switch (member) {
            case ProcessingJobJson.CREATION_TIME -> creationTime = values.time(member);
            case ProcessingJobJson.EXIT_MESSAGE -> exitMessage = values.text(member);
            case ProcessingJobJson.FAILURE_REASON -> failureReason = values.text(member);
            case ProcessingJobJson.LAST_MODIFIED_TIME -> lastModifiedTime = values.time(member);
            case ProcessingJobJson.PROCESSING_END_TIME -> processingEndTime = values.time(member);
            case ProcessingJobJson.PROCESSING_JOB_ARN -> processingJobArn = values.text(member);
            case ProcessingJobJson.PROCESSING_JOB_NAME -> processingJobName = values.text(member);
            case ProcessingJobJson.PROCESSING_JOB_STATUS ->
                    processingJobStatus = values.text(member);
            default ->
                    DetailMembers.shape(member)
                            .ifPresentOrElse(
                                    shape -> readDetail(member, shape), parser::skipChildren);
        }
    }

    private void readDetail(String member, DetailShape shape) {
        detailReader.read(member, shape).ifPresent(detail -> details.put(member, detail));
    }
}
