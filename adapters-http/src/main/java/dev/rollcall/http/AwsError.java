package dev.rollcall.http;

import org.eclipse.jetty.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An error as AWS JSON 1.1 tells it: `{"__type":"…","message":"…"}`.
///
/// @param status the HTTP status
/// @param type what a client tells errors apart by
/// @param messageKey `message`, but `Message` where AWS says so
record AwsError(int status, String type, String messageKey, Optional<String> message) {

    static AwsError unknownOperation() {
        return new AwsError(
                HttpStatus.BAD_REQUEST_400,
                "UnknownOperationException",
                "message",
                Optional.empty());
    }

    static AwsError serialization(Optional<String> message) {
        return new AwsError(
                HttpStatus.BAD_REQUEST_400, "SerializationException", "Message", message);
    }

    static AwsError validation(String message) {
        return of(HttpStatus.BAD_REQUEST_400, "ValidationException", message);
    }

    /// One message for every token that is refused, so that it tells nothing of the token. The
    /// braces are AWS's own.
    static AwsError invalidToken() {
        return validation("Invalid pagination token because \"{0}\".");
    }

    static AwsError refused(Authentication.Refused refused) {
        return of(HttpStatus.BAD_REQUEST_400, refused.type(), refused.message());
    }

    static AwsError bodyTooLarge(int maxBytes) {
        return of(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "RequestEntityTooLargeException",
                "The request body is longer than " + maxBytes + " bytes.");
    }

    static AwsError requestTimeout() {
        return of(
                HttpStatus.REQUEST_TIMEOUT_408,
                "RequestTimeoutException",
                "The request did not arrive in time.");
    }

    /// A request that breaks HTTP.
    static AwsError badRequest(int status) {
        return of(
                status,
                "BadRequestException",
                "The request breaks the rules of HTTP: " + HttpStatus.getMessage(status) + ".");
    }

    static AwsError serviceUnavailable() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                "ServiceUnavailable",
                "The service cannot answer now. Try again later.");
    }

    static AwsError internalFailure() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                "InternalFailure",
                "The request failed because of an error inside the service.");
    }

    private static AwsError of(int status, String type, String message) {
        return new AwsError(status, type, "message", Optional.of(message));
    }

    Answer answer() {
        return Answer.of(
                status,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("__type", type);
                    message.ifPresent(
                            text -> json.writeStringProperty(messageKey, encodable(text)));
                    json.writeEndObject();
                });
    }

    /// Half a surrogate pair, which a client may have sent and a message shows, has no UTF-8; it
    /// becomes a question mark.
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
