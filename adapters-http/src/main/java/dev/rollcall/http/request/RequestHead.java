package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The head of a request exactly as it was received: all that is known before its body arrives.
public final class RequestHead {

    private static final String ATTRIBUTE = RequestHead.class.getName();

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;

    /// @param path as in the request line: neither decoded nor normalised
    /// @param query as in the request line, without the question mark; empty if there is none
    /// @param headers in the order received
    public RequestHead(String method, String path, String query, List<Header> headers) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = valuesByName(headers);
    }

    /// The head that Jetty has parsed; always the same one for the same request.
    public static RequestHead of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestHead head) {
            return head;
        }
        var head = read(request);
        request.setAttribute(ATTRIBUTE, head);
        return head;
    }

    private static RequestHead read(Request request) {
        var uri = request.getHttpURI();
        return new RequestHead(
                request.getMethod(),
                Optional.ofNullable(uri.getPath()).orElse("/"),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                request.getHeaders().stream()
                        .map(field -> new Header(field.getName(), field.getValue()))
                        .toList());
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
