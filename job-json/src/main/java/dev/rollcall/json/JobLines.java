package dev.rollcall.json;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes jobs as JSON Lines, which [dev.rollcall.json.stream.JobRecordStream] reads. The same jobs
/// make the same bytes on every machine: UTF-8, and `\n` after each line.
public final class JobLines {

    private static final JsonFactory JSON = VisibleJson.factory().rootValueSeparator("\n").build();

    private JobLines() {}

    /// The text of some jobs.
    public static byte[] of(List<JobDescription> jobs) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            jobs.forEach(job -> JobDescriptionJson.write(json, job));
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    /// Writes every job, closes the stream, and returns how many there were.
    ///
    /// @throws IOException if the stream takes no more; a part is written then
    public static long write(ExportProcessingJobs jobs, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            long count = jobs.export(known -> JobDescriptionJson.write(json, known));
            if (count > 0) {
                json.writeRaw('\n');
            }
            return count;
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
