package dev.rollcall.bootstrap;

import dev.rollcall.domain.JobRecord;
import dev.rollcall.http.JobRecordReader;
import dev.rollcall.http.MalformedJob;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Reads job records from a stream, whatever form they come in: JSON Lines, or documents as `aws
/// sagemaker list-processing-jobs` and `describe-processing-job` print them; gzipped or not. The
/// form is told by content. However long the stream is, little of it is in memory at a time.
///
/// In JSON Lines a broken line harms no other. A broken document ends the stream, since nothing
/// tells where the next record would begin.
final class JobFile {

    /// The longest line of JSON Lines, and how far to look to tell the form. A record is far
    /// shorter.
    static final int MAX_LINE_BYTES = 1 << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private static final String SUMMARIES = "ProcessingJobSummaries";

    /// The members of a listing's response; an object that begins with one of them is a listing.
    private static final Set<String> LISTING = Set.of(SUMMARIES, "NextToken");

    /// What becomes of the records. `line` counts from 1.
    interface Sink {

        void record(long line, JobRecord record);

        void refuse(long line, String reason);
    }

    private final Sink sink;
    private long linesBefore;

    private JobFile(Sink sink) {
        this.sink = sink;
    }

    /// Reads a stream to its end.
    ///
    /// @throws IOException if the stream itself is broken; what came before was handed on
    static void read(InputStream stream, Sink sink) throws IOException {
        var file = new JobFile(sink);
        try {
            var in = buffered(unzipped(buffered(stream)));
            if (isJsonLines(in)) {
                file.readLines(in);
            } else {
                file.readDocuments(in);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, 1 << 16);
    }

    private static InputStream unzipped(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// Whether one of the first two lines that are not blank is a whole JSON object. The first
    /// alone would not do: it may be the broken one.
    private static boolean isJsonLines(BufferedInputStream in) throws IOException {
        in.mark(2 * MAX_LINE_BYTES);
        try {
            var line = new Line();
            for (int seen = 0; seen < 2 && line.next(in) && !line.tooLong(); ) {
                if (!line.isBlank()) {
                    seen++;
                    if (isObject(line.bytes())) {
                        return true;
                    }
                }
            }
            return false;
        } finally {
            in.reset();
        }
    }

    private static boolean isObject(byte[] line) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT
                    && parser.nextToken() == null;
        } catch (StreamReadException e) {
            return false;
        }
    }

    private void readLines(InputStream in) throws IOException {
        var line = new Line();
        for (linesBefore = 0; line.next(in); linesBefore++) {
            if (line.tooLong()) {
                sink.refuse(linesBefore + 1, "longer than " + MAX_LINE_BYTES + " bytes");
            } else if (!line.isBlank()) {
                try (var parser = JSON.createParser(ObjectReadContext.empty(), line.bytes())) {
                    readValues(parser);
                } catch (StreamReadException e) {
                    sink.refuse(linesBefore + 1, "not JSON: " + e.getOriginalMessage());
                }
            }
        }
    }

    private void readDocuments(InputStream in) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            try {
                readValues(parser);
            } catch (StreamReadException e) {
                sink.refuse(
                        line(parser),
                        "not JSON: " + e.getOriginalMessage() + "; the rest is not read");
            }
        }
    }

    private void readValues(JsonParser parser) {
        while (parser.nextToken() != null) {
            readValue(parser);
        }
    }

    private void readValue(JsonParser parser) {
        switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readValue(parser);
                }
            }
            default -> sink.refuse(line(parser), "not a JSON object");
        }
    }

    private void readObject(JsonParser parser) {
        long line = line(parser);
        if (parser.nextToken() == JsonToken.PROPERTY_NAME
                && LISTING.contains(parser.currentName())) {
            readListing(parser);
            return;
        }
        try {
            sink.record(line, JobRecordReader.read(parser));
        } catch (MalformedJob e) {
            sink.refuse(line, e.reason());
        }
    }

    private void readListing(JsonParser parser) {
        while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
            boolean jobs = parser.currentName().equals(SUMMARIES);
            parser.nextToken();
            if (jobs) {
                readValue(parser);
            } else {
                parser.skipChildren();
            }
            parser.nextToken();
        }
    }

    private long line(JsonParser parser) {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    /// One line of a stream at a time; what is beyond [#MAX_LINE_BYTES] of it is dropped.
    private static final class Line {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooLong;

        /// Reads the next line; false at the end of the stream.
        boolean next(InputStream in) throws IOException {
            bytes.reset();
            tooLong = false;
            int b = in.read();
            if (b < 0) {
                return false;
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (bytes.size() < MAX_LINE_BYTES) {
                    bytes.write(b);
                } else {
                    tooLong = true;
                }
            }
            return true;
        }

        boolean tooLong() {
            return tooLong;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        boolean isBlank() {
            return bytes.toString(StandardCharsets.ISO_8859_1).isBlank();
        }
    }
}
