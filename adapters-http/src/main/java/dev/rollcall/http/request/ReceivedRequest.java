package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A request as it was received, whole and unchanged.
public final class ReceivedRequest {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /// @param path as it stands in the request line: neither decoded nor normalised
    /// @param query as it stands in the request line, without the question mark; empty if there is
    ///   none
    /// @param headers in the order received
    /// @param body as received, not decompressed; the caller no longer changes it
    public ReceivedRequest(
            String method, String path, String query, List<Header> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = valuesByName(headers);
        this.body = body;
    }

    /// What Jetty received.
    public static ReceivedRequest of(Request request, byte[] body) {
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

    /// The names of all headers, in lower case, in the order of their first lines.
    public Set<String> headerNames() {
        return headers.keySet();
    }

    /// The values of a header's lines, in the order received.
    ///
    /// @param name in lower case
    public List<String> headerLines(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /// The value of a header; those of several lines are joined with commas, as they are signed, so
    /// that nobody reads the first where somebody else reads the last.
    ///
    /// @param name in lower case
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(lines -> String.join(",", lines));
    }
}
