package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobRecord;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Reads a processing job in the spelling of AWS ([ProcessingJobJson]), as an API answer or a
/// command line client's output has it.
///
/// Members that a listing does not show are skipped, and `null` is an absent member. A time is a
/// number, or a string that is a [WrittenTime].
public final class JobRecordReader {

    private final JsonParser parser;
    private Optional<Instant> creationTime = Optional.empty();
    private Optional<String> exitMessage = Optional.empty();
    private Optional<String> failureReason = Optional.empty();
    private Optional<Instant> lastModifiedTime = Optional.empty();
    private Optional<Instant> processingEndTime = Optional.empty();
    private Optional<String> processingJobArn = Optional.empty();
    private Optional<String> processingJobName = Optional.empty();
    private Optional<String> processingJobStatus = Optional.empty();
    private Optional<MalformedJob> malformed = Optional.empty();
    private boolean assumesUtc;

    private JobRecordReader(JsonParser parser) {
        this.parser = parser;
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
                String found = found();
                parser.skipChildren();
                throw new MalformedJob("A job is an object, not " + found);
            }
        }
        for (; parser.currentToken() == JsonToken.PROPERTY_NAME; parser.nextToken()) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case ProcessingJobJson.CREATION_TIME -> creationTime = time(member);
                case ProcessingJobJson.EXIT_MESSAGE -> exitMessage = text(member);
                case ProcessingJobJson.FAILURE_REASON -> failureReason = text(member);
                case ProcessingJobJson.LAST_MODIFIED_TIME -> lastModifiedTime = time(member);
                case ProcessingJobJson.PROCESSING_END_TIME -> processingEndTime = time(member);
                case ProcessingJobJson.PROCESSING_JOB_ARN -> processingJobArn = text(member);
                case ProcessingJobJson.PROCESSING_JOB_NAME -> processingJobName = text(member);
                case ProcessingJobJson.PROCESSING_JOB_STATUS -> processingJobStatus = text(member);
                default -> parser.skipChildren();
            }
        }
        if (malformed.isPresent()) {
            throw malformed.get();
        }
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
                        Map.of()),
                assumesUtc);
    }

    private Optional<String> text(String member) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> refuse(member + " is " + found() + ", not text");
        };
    }

    private Optional<Instant> time(String member) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
                Optional<WrittenTime> time = WrittenTime.parse(parser.getString());
                assumesUtc |= time.isPresent() && !time.get().hasZone();
                yield time.isPresent()
                        ? time.map(WrittenTime::instant)
                        : refuse(
                                member
                                        + " is no time: neither a number of seconds or milliseconds"
                                        + " since 1970 nor ISO-8601, such as 2023-06-09T12:29:00Z");
            }
            case VALUE_NULL -> Optional.empty();
            default -> refuse(member + " is " + found() + ", not a time");
        };
    }

    /// Remembers the first error, and skips the value.
    private <T> Optional<T> refuse(String message) {
        malformed = malformed.or(() -> Optional.of(new MalformedJob(message)));
        parser.skipChildren();
        return Optional.empty();
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "the end of something";
        };
    }
}
