package dev.rollcall.http.awsjson;

import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult;

import org.eclipse.jetty.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An error as AWS JSON 1.1 tells it: `{"__type":"…","message":"…"}`.
///
/// @param status the HTTP status
/// @param type what a client tells errors apart by
/// @param messageKey `message`, but `Message` where AWS says so
public record AwsError(int status, String type, String messageKey, Optional<String> message) {

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

    static AwsError refused(AuthenticationResult.Refused refused) {
        return of(HttpStatus.BAD_REQUEST_400, refused.type(), refused.message());
    }

    /// What a client is told whose key does not have an operation's permission.
    static AwsError accessDenied(AuthenticationResult.Granted client, Operation operation) {
        String action = "sagemaker:" + operation.name();
        return of(
                HttpStatus.BAD_REQUEST_400,
                "AccessDeniedException",
                ("User: arn:%s:iam::%s:user/%s is not authorized to perform: %s because no"
                                + " identity-based policy allows the %s action")
                        .formatted(
                                client.scope().region().partition(),
                                client.scope().account(),
                                client.key().map(AccessKey::userName).orElse("anonymous"),
                                action,
                                action));
    }

    static AwsError bodyTooLarge(int maxBytes) {
        return of(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "RequestEntityTooLargeException",
                "The request body is longer than " + maxBytes + " bytes.");
    }

    public static AwsError requestTimeout() {
        return of(
                HttpStatus.REQUEST_TIMEOUT_408,
                "RequestTimeoutException",
                "The request did not arrive in time.");
    }

    /// A request that breaks HTTP.
    public static AwsError badRequest(int status) {
        return of(
                status,
                "BadRequestException",
                "The request breaks the rules of HTTP: " + HttpStatus.getMessage(status) + ".");
    }

    public static AwsError serviceUnavailable() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                "ServiceUnavailable",
                "The service cannot answer now. Try again later.");
    }

    public static AwsError internalFailure() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                "InternalFailure",
                "The request failed because of an error inside the service.");
    }

    private static AwsError of(int status, String type, String message) {
        return new AwsError(status, type, "message", Optional.of(message));
    }

    public AwsResponse answer() {
        return AwsResponse.of(
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
