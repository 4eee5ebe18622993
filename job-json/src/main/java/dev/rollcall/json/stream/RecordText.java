package dev.rollcall.json.stream;

import dev.rollcall.json.DetailMembers;
import dev.rollcall.json.Excerpt;
import dev.rollcall.json.JobRecordReader;
import dev.rollcall.json.MalformedJob;
import dev.rollcall.json.ProcessingJobJson;
import dev.rollcall.json.ReadRecord;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.CharBuffer;
import java.util.Optional;

/// What one JSON object says: a job, the members of a listing beside its jobs, or an event of a
/// job.
final class RecordText {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String DETAIL = "detail";
    private static final String DETAIL_TYPE = "detail-type";
    private static final String STATE_CHANGE = "SageMaker Processing Job State Change";

    /// What was read.
    sealed interface Content {

        record Job(ReadRecord read) implements Content {}

        /// A listing, without its jobs.
        ///
        /// @param goesOn whether it has a token for its rest
        record Listing(boolean goesOn) implements Content {}

        /// Something else, or a job that cannot be read.
        record Refused(String reason) implements Content {}

        /// No JSON, or no whole object. Its text may have swallowed other objects.
        record Broken(String reason) implements Content {}
    }

    private final CharBuffer text;
    private final JsonParser parser;
    private Optional<Content> detail = Optional.empty();
    private Optional<String> detailType = Optional.empty();

    private RecordText(CharBuffer text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /// Reads an object.
    ///
    /// @param text backed by an array
    /// @throws tools.jackson.core.JacksonException if it is not JSON
    static Content read(CharBuffer text) {
        try (var parser = begin(text)) {
            return new RecordText(text, parser).readObject();
        }
    }

    /// A parser at the first token.
    private static JsonParser begin(CharBuffer text) {
        int from = text.arrayOffset() + text.position();
        var parser =
                JSON.createParser(ObjectReadContext.empty(), text.array(), from, text.remaining());
        parser.nextToken();
        return parser;
    }

    /// The first member that one of the forms has tells which it is. Details do not: other
    /// resources of SageMaker have members of the same names.
    private Content readObject() {
        boolean beginsWithDetails = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            if (ProcessingJobJson.PAGE_MEMBERS.contains(member)) {
                return readListing();
            }
            if (ProcessingJobJson.JOB_MEMBERS.contains(member)) {
                return beginsWithDetails ? readJobFromItsBeginning() : readJob(parser);
            }
            beginsWithDetails |= DetailMembers.contains(member);
            JsonToken value = parser.nextToken();
            if (member.equals(DETAIL)) {
                detail = Optional.of(readJob(parser));
            } else if (member.equals(DETAIL_TYPE) && value == JsonToken.VALUE_STRING) {
                detailType = Optional.of(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return detailType
                .map(this::event)
                .orElse(
                        new Content.Refused(
                                "neither a job nor a listing of jobs nor an event of one"));
    }

    private Content event(String type) {
        if (!type.equals(STATE_CHANGE)) {
            return new Content.Refused(
                    "an event of type '%s'; only '%s' is read"
                            .formatted(Excerpt.of(type), STATE_CHANGE));
        }
        return detail.orElse(new Content.Refused("an event without detail"));
    }

    private Content readJobFromItsBeginning() {
        try (var again = begin(text)) {
            return readJob(again);
        }
    }

    private static Content readJob(JsonParser parser) {
        try {
            return new Content.Job(JobRecordReader.read(parser));
        } catch (MalformedJob e) {
            return new Content.Refused(e.reason());
        }
    }

    private Content readListing() {
        boolean goesOn = false;
        for (; parser.currentToken() == JsonToken.PROPERTY_NAME; parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            goesOn |=
                    member.equals(ProcessingJobJson.NEXT_TOKEN) && value == JsonToken.VALUE_STRING;
            parser.skipChildren();
        }
        return new Content.Listing(goesOn);
    }
}
