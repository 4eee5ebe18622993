package dev.rollcall.http.awsjson;

import dev.rollcall.http.observed.RequestNotes;
import dev.rollcall.http.request.Answering;
import dev.rollcall.http.request.RequestId;
import dev.rollcall.json.VisibleJson;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The response to a client: a status and a JSON document.
final class AwsResponse implements Answering.Answer {

    private static final HttpField CONTENT_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.1");

    /// In milliseconds. Some SDKs wait as long before they send the request again.
    private static final String RETRY_AFTER = "x-amz-retry-after";

    /// How many bytes most documents need at most.
    private static final int SHORT = 1024;

    private static final JsonFactory JSON = VisibleJson.factory().build();

    private final int status;
    private final Optional<Duration> retryAfter;
    private final ByteBuffer body;
    private final Consumer<RequestNotes> notes;

    private AwsResponse(
            int status,
            Optional<Duration> retryAfter,
            ByteBuffer body,
            Consumer<RequestNotes> notes) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
        this.notes = notes;
    }

    static AwsResponse ok(Consumer<JsonGenerator> document) {
        return ok(SHORT, document);
    }

    /// @param length about how many bytes the document will have: if that is right, it is not
    ///   copied while it grows
    static AwsResponse ok(int length, Consumer<JsonGenerator> document) {
        return of(HttpStatus.OK_200, Optional.empty(), length, document);
    }

    /// What operations answer that have no output.
    static AwsResponse withoutDocument() {
        return new AwsResponse(
                HttpStatus.OK_200, Optional.empty(), ByteBuffer.allocate(0), _ -> {});
    }

    static AwsResponse of(
            int status, Optional<Duration> retryAfter, Consumer<JsonGenerator> document) {
        return of(status, retryAfter, SHORT, document);
    }

    private static AwsResponse of(
            int status,
            Optional<Duration> retryAfter,
            int length,
            Consumer<JsonGenerator> document) {
        var bytes = new Written(length);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            document.accept(json);
        }
        return new AwsResponse(status, retryAfter, bytes.buffer(), _ -> {});
    }

    /// The same response, and what an observer should know of its request.
    AwsResponse noting(Consumer<RequestNotes> more) {
        return new AwsResponse(status, retryAfter, body, notes.andThen(more));
    }

    @Override
    public int length() {
        return body.remaining();
    }

    @Override
    public void write(Request request, Response response, Callback callback) {
        notes.accept(RequestNotes.of(request));
        response.setStatus(status);
        var headers = response.getHeaders();
        headers.put(RequestId.HEADER, RequestId.of(request));
        retryAfter.ifPresent(time -> headers.put(RETRY_AFTER, millisecondsUpTo(time)));
        headers.put(CONTENT_TYPE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body.slice(), callback);
    }

    /// Rounded up, because a client that comes too early is refused again.
    private static long millisecondsUpTo(Duration time) {
        return time.plusNanos(999_999).toMillis();
    }

    /// Hands over what was written without copying it.
    private static final class Written extends ByteArrayOutputStream {

        Written(int length) {
            super(length);
        }

        ByteBuffer buffer() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }
}
