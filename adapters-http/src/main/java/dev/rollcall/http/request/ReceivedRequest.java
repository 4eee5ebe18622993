package dev.rollcall.http.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A request exactly as it was received, with its whole body.
public final class ReceivedRequest {

    private final RequestHead head;
    private final byte[] body;

    /// @param body as received, not decompressed; the caller must not change it afterwards
    public ReceivedRequest(RequestHead head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /// @param path as in the request line: neither decoded nor normalised
    /// @param query as in the request line, without the question mark; empty if there is none
    /// @param headers in the order received
    public ReceivedRequest(
            String method, String path, String query, List<Header> headers, byte[] body) {
        this(new RequestHead(method, path, query, headers), body);
    }

    public RequestHead head() {
        return head;
    }

    public byte[] body() {
        return body;
    }

    public String method() {
        return head.method();
    }

    public String path() {
        return head.path();
    }

    public String query() {
        return head.query();
    }

    /// As [RequestHead#headerNames] says.
    public Set<String> headerNames() {
        return head.headerNames();
    }

    /// As [RequestHead#headerLines] says.
    public List<String> headerLines(String name) {
        return head.headerLines(name);
    }

    /// As [RequestHead#header] says.
    public Optional<String> header(String name) {
        return head.header(name);
    }
}
