package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A request exactly as it was received, with its whole body.
public final class ReceivedRequest {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /// @param path as in the request line: neither decoded nor normalised
    /// @param query as in the request line, without the question mark; empty if there is none
    /// @param headers in the order received
    /// @param body as received, not decompressed; the caller must not change it afterwards
    public ReceivedRequest(
            String method, String path, String query, List<Header> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = valuesByName(headers);
        this.body = body;
    }

    /// Reads the rest of a request whose head Jetty has parsed. The future fails with
    /// [BodyTooLarge] if the body is longer than `maxBytes`, and with Jetty's own exception if the
    /// body is malformed or does not arrive.
    public static CompletableFuture<ReceivedRequest> receive(Request request, int maxBytes) {
        return RequestBody.read(request, maxBytes).thenApply(body -> of(request, body));
    }

    private static ReceivedRequest of(Request request, byte[] body) {
        var uri = request.getHttpURI();
        return new ReceivedRequest(
                request.getMethod(),
                Optional.ofNullable(uri.getPath()).orElse("/"),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                request.getHeaders().stream()
                        .map(field -> new Header(field.getName(), field.getValue()))
                        .toList(),
                body);
    }

    private static Map<String, List<String>> valuesByName(List<Header> headers) {
        var values = new LinkedHashMap<String, List<String>>();
        for (Header header : headers) {
            values.computeIfAbsent(header.name(), _ -> new ArrayList<>(1)).add(header.value());
        }
        return values;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String query() {
        return query;
    }

    public byte[] body() {
        return body;
    }

    /// The names of all headers, in lower case, in the order in which they first appear.
    public Set<String> headerNames() {
        return headers.keySet();
    }

    /// The values of a header's lines, in the order received.
    ///
    /// @param name in lower case
    public List<String> headerLines(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /// The value of a header. Several lines are joined with commas, as in a signature, so that no
    /// two readers of the request can pick different lines.
    ///
    /// @param name in lower case
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(lines -> String.join(",", lines));
    }
}
