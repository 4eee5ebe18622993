package dev.rollcall.bootstrap;

import dev.rollcall.http.JobRecordReader;
import dev.rollcall.http.MalformedJob;
import dev.rollcall.http.ProcessingJobJson;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the job records that JSON values hold: a job, a listing of jobs, or an array of either.
///
/// @param linesBefore how many lines of the file stand before those that the parser reads
record JobValues(JsonParser parser, long linesBefore, JobFile.Sink sink) {

    /// An object that begins with one of these is a listing.
    private static final Set<String> LISTING =
            Set.of(ProcessingJobJson.SUMMARIES, ProcessingJobJson.NEXT_TOKEN);

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

    private void readObject() {
        long line = line();
        if (parser.nextToken() == JsonToken.PROPERTY_NAME
                && LISTING.contains(parser.currentName())) {
            readListing();
            return;
        }
        try {
            sink.record(line, JobRecordReader.read(parser));
        } catch (MalformedJob e) {
            sink.refuse(line, e.reason());
        }
    }

    private void readListing() {
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            boolean jobs = parser.currentName().equals(ProcessingJobJson.SUMMARIES);
            parser.nextToken();
            if (jobs) {
                readValue();
            } else {
                parser.skipChildren();
            }
            parser.nextToken();
        }
    }
}
