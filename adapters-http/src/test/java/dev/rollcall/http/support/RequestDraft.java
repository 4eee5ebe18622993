package dev.rollcall.http.support;

import dev.rollcall.http.request.Header;
import dev.rollcall.http.request.ReceivedRequest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A request that a test can change.
///
/// @param body one character for each byte
public record RequestDraft(
        String method, String path, String query, List<Header> headers, String body) {

    public RequestDraft {
        headers = List.copyOf(headers);
    }

    /// What a client sends to list jobs, still unsigned.
    public static RequestDraft listing() {
        return new RequestDraft(
                "POST",
                "/",
                "",
                List.of(
                        new Header("Host", "jobs.example.com:8080"),
                        new Header("Content-Type", "application/x-amz-json-1.1"),
                        new Header("X-Amz-Target", "SageMaker.ListProcessingJobs")),
                "{\"MaxResults\":10}");
    }

    /// What a client sends to record jobs, still unsigned.
    public static RequestDraft post(String path, String body) {
        return new RequestDraft(
                "POST", path, "", List.of(new Header("Host", "jobs.example.com:8080")), body);
    }

    public ReceivedRequest received() {
        return new ReceivedRequest(
                method, path, query, headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The bytes that a client sends, with the length of the body unless the headers have it.
    public byte[] onWire() {
        var wire = new StringBuilder(method + " " + path);
        wire.append(query.isEmpty() ? "" : "?" + query).append(" HTTP/1.1\r\n");
        headers.forEach(h -> wire.append(h.name() + ": " + h.value() + "\r\n"));
        if (headers.stream().noneMatch(h -> h.name().matches("content-length|transfer-encoding"))) {
            wire.append("content-length: " + body.length() + "\r\n");
        }
        return wire.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public RequestDraft withMethod(String other) {
        return new RequestDraft(other, path, query, headers, body);
    }

    public RequestDraft withPath(String other) {
        return new RequestDraft(method, other, query, headers, body);
    }

    public RequestDraft withQuery(String other) {
        return new RequestDraft(method, path, other, headers, body);
    }

    public RequestDraft withBody(String other) {
        return new RequestDraft(method, path, query, headers, other);
    }

    public RequestDraft withHeaders(List<Header> others) {
        return new RequestDraft(method, path, query, others, body);
    }

    /// With one more line, after the others.
    public RequestDraft plus(String name, String value) {
        return withHeaders(
                Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList());
    }

    public RequestDraft without(String name) {
        return withHeaders(headers.stream().filter(h -> !h.name().equals(name)).toList());
    }

    /// With one line of this name.
    public RequestDraft with(String name, String value) {
        return without(name).plus(name, value);
    }

    /// With the first line of this name changed.
    public RequestDraft change(String name, UnaryOperator<String> change) {
        var changed = new ArrayList<>(headers);
        int index = changed.indexOf(first(name));
        changed.set(index, new Header(name, change.apply(first(name).value())));
        return withHeaders(changed);
    }

    public RequestDraft authorization(String part, String replacement) {
        return change(
                "authorization",
                header -> {
                    if (!header.contains(part)) {
                        throw new IllegalArgumentException("no '" + part + "' in " + header);
                    }
                    return header.replace(part, replacement);
                });
    }

    public String header(String name) {
        return first(name).value();
    }

    private Header first(String name) {
        return headers.stream().filter(h -> h.name().equals(name)).findFirst().orElseThrow();
    }
}
