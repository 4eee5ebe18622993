package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobRecord;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Reads job records from a stream, whatever form they come in: JSON Lines, or documents as `aws
/// sagemaker list-processing-jobs` and `describe-processing-job` print them; gzipped or not. The
/// form is told by content. However long the stream is, little of it is in memory at a time.
///
/// In JSON Lines a broken line harms no other. A broken document ends the stream, since nothing
/// tells where the next record would begin.
public final class JobFile {

    private static final JsonFactory JSON = new JsonFactory();

    /// What becomes of the records. `line` counts from 1.
    public interface Sink {

        void record(long line, JobRecord record);

        void refuse(long line, String reason);

        /// A listing ended; `goesOn` if it has a token for its rest.
        void endOfListing(boolean goesOn);
    }

    private JobFile() {}

    /// Reads a stream to its end.
    ///
    /// @throws IOException if the stream itself is broken; what came before was handed on
    public static void read(InputStream stream, Sink sink) throws IOException {
        try {
            var in = buffered(unzipped(buffered(stream)));
            if (isJsonLines(in)) {
                readLines(in, sink);
            } else {
                readDocuments(in, sink);
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
    /// alone would not do: it may be the broken one. If it begins a list, the next is a part of it.
    private static boolean isJsonLines(BufferedInputStream in) throws IOException {
        in.mark(2 * (BoundedLine.MAX_BYTES + 1));
        try {
            var line = new BoundedLine();
            for (int seen = 0; seen < 2 && line.next(in) && !line.tooLong(); ) {
                if (line.beginsWith('[')) {
                    return false;
                }
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
        } catch (StreamReadException | StreamConstraintsException e) {
            return false;
        }
    }

    private static void readLines(InputStream in, Sink sink) throws IOException {
        var line = new BoundedLine();
        for (long before = 0; line.next(in); before++) {
            if (line.tooLong()) {
                line.skipRest(in);
                sink.refuse(before + 1, "longer than " + BoundedLine.MAX_BYTES + " bytes");
            } else if (!line.isBlank()) {
                try (var parser = JSON.createParser(ObjectReadContext.empty(), line.bytes())) {
                    new JobRecordParser(parser, before, sink).read();
                } catch (StreamReadException | StreamConstraintsException e) {
                    sink.refuse(before + 1, complaint(e));
                }
            }
        }
    }

    private static void readDocuments(InputStream in, Sink sink) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            var values = new JobRecordParser(parser, 0, sink);
            try {
                values.read();
            } catch (StreamReadException | StreamConstraintsException e) {
                sink.refuse(values.line(), complaint(e) + "; the rest is not read");
            }
        }
    }

    /// What to say of text that is no JSON, or that nests deeper or has longer names or numbers
    /// than the parser reads.
    private static String complaint(JacksonException e) {
        return (e instanceof StreamConstraintsException ? "too large or too deep: " : "not JSON: ")
                + e.getOriginalMessage();
    }
}
