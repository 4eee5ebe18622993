package dev.rollcall.bench.packaged;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Requests as bytes, and what comes back.
public final class Exchange {

    /// How long an answer is waited for, in milliseconds.
    public static final int TIMEOUT_MILLIS = 60_000;

    private static final String LENGTH = "content-length:";

    private static final String LISTING = "SageMaker.ListProcessingJobs";

    private Exchange() {}

    /// What came back.
    ///
    /// @param closes whether the server said that it closes the connection
    public record Answer(int status, boolean closes, String body) {}

    /// The head of a listing.
    ///
    /// @param length the header that says how long its body is
    public static byte[] head(String length) {
        String[] header = length.split(": ", 2);
        var headers = new LinkedHashMap<>(aws(LISTING));
        headers.put("Host", "127.0.0.1");
        headers.put(header[0], header[1]);
        return head("POST", "/", headers);
    }

    /// The headers of a request in AWS JSON.
    ///
    /// @param target the operation, as `X-Amz-Target` names it
    public static Map<String, String> aws(String target) {
        return Map.of("X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1");
    }

    public static byte[] head(String method, String path, Map<String, String> headers) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] listing(String body) {
        return post("/", aws(LISTING), body.getBytes(StandardCharsets.UTF_8));
    }

    /// A whole request.
    ///
    /// @param headers those besides `Host`, unless it is among them, and `Content-Length`
    public static byte[] post(String path, Map<String, String> headers, byte[] body) {
        var all = new LinkedHashMap<>(headers);
        all.putIfAbsent("Host", "127.0.0.1");
        all.put("Content-Length", Integer.toString(body.length));
        byte[] head = head("POST", path, all);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /// Sends a request, and receives the answer.
    public static Answer of(Socket socket, byte[] request) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request);
        return receive(socket.getInputStream());
    }

    /// Receives an answer whose head says how long it is.
    public static Answer receive(InputStream in) throws IOException {
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
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return new Answer(
                Integer.parseInt(status.substring(9, 12)),
                closes,
                new String(body, StandardCharsets.UTF_8));
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
