package dev.rollcall.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bench.Connection;

import java.io.IOException;
import java.net.URI;

/// A server of the archive.
final class StartedServer implements AutoCloseable {

    private static final String BODY = "{\"MaxResults\": 100}";

    private static final byte[] FULL_PAGE =
            """
            POST / HTTP/1.1\r
            Host: localhost\r
            X-Amz-Target: SageMaker.ListProcessingJobs\r
            Content-Type: application/x-amz-json-1.1\r
            Content-Length: %d\r
            \r
            %s\
            """
                    .formatted(BODY.length(), BODY)
                    .getBytes(UTF_8);

    private final Process process;
    private final int port;

    private StartedServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns when the server says that it is ready.
    static StartedServer start(ProcessBuilder command) throws IOException {
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String ready = process.inputReader(UTF_8).readLine();
        if (ready == null) {
            throw new IOException("no server: " + command.command());
        }
        return new StartedServer(
                process, URI.create(ready.replaceFirst(".* (http\\S+) .*", "$1")).getPort());
    }

    Connection connect() throws IOException {
        return new Connection(port);
    }

    /// Asks for a full page.
    static void list(Connection connection) throws IOException {
        var _ = connection.exchange(FULL_PAGE);
    }

    double seconds() throws IOException {
        return ProcessFiles.seconds(process.pid());
    }

    double megabytes() throws IOException {
        return ProcessFiles.megabytes(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted while the server stops", e);
        }
    }
}
