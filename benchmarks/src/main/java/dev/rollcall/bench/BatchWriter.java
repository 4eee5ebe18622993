package dev.rollcall.bench;

import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.json.JobLines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Records batches, one after the other.
interface BatchWriter extends AutoCloseable {

    /// Returns when all of the batch is stored.
    void record(List<JobDescription> batch) throws IOException;

    @Override
    void close() throws IOException;

    /// Opens a writer for each thread.
    @FunctionalInterface
    interface Target {

        BatchWriter open() throws IOException;
    }

    /// The store's own port.
    static Target port(RecordProcessingJobs jobs) {
        return () ->
                new BatchWriter() {
                    @Override
                    public void record(List<JobDescription> batch) {
                        jobs.record(batch, Instant.MAX);
                    }

                    @Override
                    public void close() {}
                };
    }

    /// The intake of a server on this machine, over a connection that each writer keeps.
    static Target intake(int port) {
        return () -> {
            var connection = new Connection(port);
            return new BatchWriter() {
                @Override
                public void record(List<JobDescription> batch) throws IOException {
                    String answer = connection.exchange(post(JobLines.of(batch)));
                    if (!answer.endsWith("\"refused\":[]}")) {
                        throw new IOException(answer);
                    }
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        };
    }

    private static byte[] post(byte[] body) {
        String head =
                "POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n"
                        .formatted(body.length);
        var request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
