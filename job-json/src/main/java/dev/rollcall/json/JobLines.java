package dev.rollcall.json;

import dev.rollcall.application.ExportProcessingJobs;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.OutputStream;

/// Writes jobs as JSON Lines, which [dev.rollcall.json.stream.JobRecordStream] reads. The same jobs
/// make the same bytes on every machine: UTF-8, and `\n` after each line.
public final class JobLines {

    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

    private JobLines() {}

    /// Writes every job, closes the stream, and returns how many there were.
    ///
    /// @throws IOException if the stream takes no more; a part is written then
    public static long write(ExportProcessingJobs jobs, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            long count = jobs.export(known -> ProcessingJobJson.write(json, known.job()));
            if (count > 0) {
                json.writeRaw('\n');
            }
            return count;
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
