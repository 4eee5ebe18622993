package dev.rollcall.http.intake;

import dev.rollcall.application.RecordProcessingJobs.Recorded;
import dev.rollcall.http.intake.IntakeAccess.Decision;
import dev.rollcall.http.intake.IntakeBody.RefusedRecord;
import dev.rollcall.http.observed.RequestNotes;
import dev.rollcall.http.observed.RequestNotes.RecordsNote;
import dev.rollcall.http.request.Answering;
import dev.rollcall.http.request.RequestId;
import dev.rollcall.json.VisibleJson;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An answer of the intake. EventBridge sends an event again after 429 and 5xx, and hands it to a
/// dead-letter queue after any other error.
final class IntakeAnswer implements Answering.Answer {

    private static final JsonFactory JSON = VisibleJson.factory().build();
    private static final Recorded NOTHING = new Recorded(0, 0);
    private static final IntakeBody UNREAD = new IntakeBody(List.of(), List.of(), 0);

    private final int status;
    private final Optional<Duration> retryAfter;
    private final RecordsNote note;
    private final byte[] document;

    /// @param message what is wrong with the request as a whole
    /// @param retryAfter how long to wait before the request is sent again
    /// @param recorded what became of the records that could be recorded
    /// @param body what was read, of which the refused records are told
    private IntakeAnswer(
            int status,
            Optional<String> message,
            Optional<Duration> retryAfter,
            Recorded recorded,
            IntakeBody body) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.note = new RecordsNote(recorded.changed(), recorded.unchanged(), body.refusedInAll());
        this.document = document(message, recorded, body);
    }

    static IntakeAnswer recorded(Recorded recorded, IntakeBody body) {
        return new IntakeAnswer(
                HttpStatus.OK_200, Optional.empty(), Optional.empty(), recorded, body);
    }

    /// Nothing in the request can be recorded, today or later.
    static IntakeAnswer nothingToRecord(IntakeBody body) {
        return error(
                HttpStatus.BAD_REQUEST_400,
                body.isEmpty()
                        ? "The request holds no record of a job."
                        : "No record of the request can be recorded.",
                body);
    }

    static IntakeAnswer of(Decision.Denied denied) {
        return error(denied.status(), denied.message(), UNREAD);
    }

    static IntakeAnswer tooLarge(int maxBytes) {
        return error(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "A request may have at most %d bytes.".formatted(maxBytes),
                UNREAD);
    }

    /// @param status 429 if the server is busy, 503 if its storage is away
    static IntakeAnswer later(int status, String message, Duration retryAfter) {
        return new IntakeAnswer(
                status, Optional.of(message), Optional.of(retryAfter), NOTHING, UNREAD);
    }

    private static IntakeAnswer error(int status, String message, IntakeBody body) {
        return new IntakeAnswer(status, Optional.of(message), Optional.empty(), NOTHING, body);
    }

    @Override
    public int length() {
        return document.length;
    }

    @Override
    public void write(Request request, Response response, Callback callback) {
        RequestNotes.of(request).records(note);
        response.setStatus(status);
        var headers = response.getHeaders();
        headers.put(RequestId.HEADER, RequestId.of(request));
        headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        headers.put(HttpHeader.CONTENT_LENGTH, document.length);
        // In whole seconds, rounded up, since a client that comes too early is refused again.
        retryAfter.ifPresent(
                time ->
                        headers.put(
                                HttpHeader.RETRY_AFTER, time.plusNanos(999_999_999).toSeconds()));
        response.write(true, ByteBuffer.wrap(document), callback);
    }

    private static byte[] document(Optional<String> message, Recorded recorded, IntakeBody body) {
        int notListed = body.refusedInAll() - body.refused().size();
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            message.ifPresent(text -> json.writeStringProperty("message", text));
            json.writeNumberProperty("recorded", recorded.changed());
            json.writeNumberProperty("unchanged", recorded.unchanged());
            json.writeArrayPropertyStart("refused");
            body.refused().forEach(record -> write(json, record));
            json.writeEndArray();
            if (notListed > 0) {
                json.writeNumberProperty("moreRefused", notListed);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, RefusedRecord record) {
        json.writeStartObject();
        json.writeNumberProperty("position", record.position());
        json.writeStringProperty("line", record.at().toString());
        json.writeStringProperty("reason", record.reason());
        json.writeEndObject();
    }
}
