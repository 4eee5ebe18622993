package dev.rollcall.bench.attack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Requests as bytes, and what comes back.
final class Exchange {

    private static final String LENGTH = "content-length:";

    private Exchange() {}

    /// What came back.
    ///
    /// @param closes whether the server said that it closes the connection
    record Answer(int status, boolean closes, String body) {}

    static byte[] head(String length) {
        return """
        POST / HTTP/1.1
        Host: 127.0.0.1
        X-Amz-Target: SageMaker.ListProcessingJobs
        Content-Type: application/x-amz-json-1.1
        %s

        """
                .formatted(length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] listing(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new String(head("Content-Length: " + bytes.length), StandardCharsets.US_ASCII);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a request, and receives the answer.
    static Answer of(Socket socket, byte[] request) throws IOException {
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request);
        return receive(socket.getInputStream());
    }

    static Answer receive(InputStream in) throws IOException {
        String status = readLine(in);
        int length = 0;
        boolean closes = false;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
            closes |= lower.equals("connection: close");
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(status.substring(9, 12)), closes, body);
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
