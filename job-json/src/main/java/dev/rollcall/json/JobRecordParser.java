package dev.rollcall.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the job records that JSON values hold: a job, a listing of jobs, or an array of either.
///
/// @param linesBefore how many lines of the file stand before those that the parser reads
record JobRecordParser(JsonParser parser, long linesBefore, JobFile.Sink sink) {

    /// What the events of EventBridge have, and jobs and listings have not.
    private static final String EVENT_MEMBER = "detail-type";

    /// Reads every value there is.
    void read() {
        while (parser.nextToken() != null) {
            readValue();
        }
    }

    /// The line of the file, counted from 1, that the parser is at.
    long line() {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    private void readValue() {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readValue();
                }
            }
            default -> sink.refuse(line(), "not a JSON object");
        }
    }

    /// The first member that one of the forms has tells which it is.
    private void readObject() {
        long line = line();
        String other = "neither a job nor a listing of jobs";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            if (ProcessingJobJson.PAGE_MEMBERS.contains(member)) {
                readListing();
                return;
            }
            if (ProcessingJobJson.JOB_MEMBERS.contains(member)) {
                readJob(line);
                return;
            }
            if (member.equals(EVENT_MEMBER)) {
                other = "an event, which import does not read";
            }
            parser.nextToken();
            parser.skipChildren();
        }
        sink.refuse(line, other);
    }

    private void readJob(long line) {
        try {
            sink.record(line, JobRecordReader.read(parser).record());
        } catch (MalformedJob e) {
            sink.refuse(line, e.reason());
        }
    }

    private void readListing() {
        boolean goesOn = false;
        for (; parser.currentToken() == JsonToken.PROPERTY_NAME; parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals(ProcessingJobJson.SUMMARIES)) {
                readValue();
            } else {
                goesOn |=
                        member.equals(ProcessingJobJson.NEXT_TOKEN)
                                && value == JsonToken.VALUE_STRING;
                parser.skipChildren();
            }
        }
        sink.endOfListing(goesOn);
    }
}
