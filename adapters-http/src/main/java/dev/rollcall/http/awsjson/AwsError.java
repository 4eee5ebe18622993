package dev.rollcall.http.awsjson;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;

import org.eclipse.jetty.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// An error in the form of AWS JSON 1.1: `{"__type":"…","message":"…"}`.
///
/// @param status the HTTP status
/// @param type the name by which clients recognise the error
/// @param messageKey `message`, or `Message` where AWS spells it so
/// @param message what an SDK shows to a person, so it is never empty
/// @param retryAfter when to send the request again, if that can help
record AwsError(
        int status, String type, String messageKey, String message, Optional<Duration> retryAfter) {

    private static final Duration WHEN_UNAVAILABLE = Duration.ofSeconds(1);

    /// SageMaker's own words for an operation that the server does not have.
    static AwsError unsupportedOperation() {
        return unknownOperation("The requested operation is not supported in the called region.");
    }

    static AwsError unknownOperation(String message) {
        return of(HttpStatus.BAD_REQUEST_400, "UnknownOperationException", message);
    }

    static AwsError serialization(SerializationException error) {
        return new AwsError(
                HttpStatus.BAD_REQUEST_400,
                "SerializationException",
                "Message",
                error.reason(),
                Optional.empty());
    }

    static AwsError validation(String message) {
        return of(HttpStatus.BAD_REQUEST_400, "ValidationException", message);
    }

    /// The same message whatever the reason, so that it reveals nothing about the token. The braces
    /// are AWS's own.
    static AwsError invalidToken() {
        return validation("Invalid pagination token because \"{0}\".");
    }

    /// The model declares `ResourceNotFound` for a job that is not there. AWS answers this instead,
    /// and callers rely on it.
    static AwsError noSuchJob(ProcessingJobName name) {
        return validation("Could not find requested job with name: " + name);
    }

    static AwsError noSuchResource(String arn) {
        return validation("Could not find requested resource with ARN: " + arn);
    }

    /// @param message why the job is in the way
    static AwsError resourceInUse(String message) {
        return new AwsError(
                HttpStatus.BAD_REQUEST_400, "ResourceInUse", "Message", message, Optional.empty());
    }

    static AwsError refused(Refused refused) {
        return of(HttpStatus.BAD_REQUEST_400, refused.type(), refused.message());
    }

    /// For a request that a web page may have sent. It repeats nothing of the request.
    static AwsError foreignHost() {
        return of(
                HttpStatus.BAD_REQUEST_400,
                "AccessDeniedException",
                "This server asks for no signature, so that any web page could read from it through"
                        + " a browser. Therefore Host and Origin must name a loopback address, or"
                        + " a name that the server was started with: --allow-host NAME.");
    }

    static AwsError throttled(Duration retryAfter) {
        return of(HttpStatus.BAD_REQUEST_400, "ThrottlingException", "Rate exceeded")
                .retryAfter(retryAfter);
    }

    /// For a client whose key lacks the permission that an operation needs.
    ///
    /// @param resource the ARN of what the operation is about; empty if it is no single resource
    static AwsError accessDenied(Granted client, Operation operation, Optional<String> resource) {
        String action = "sagemaker:" + operation.name();
        return of(
                HttpStatus.BAD_REQUEST_400,
                "AccessDeniedException",
                ("User: arn:%s:iam::%s:user/%s is not authorized to perform: %s%s because no"
                                + " identity-based policy allows the %s action")
                        .formatted(
                                client.scope().region().partition(),
                                client.scope().account(),
                                client.key().map(AccessKey::userName).orElse("anonymous"),
                                action,
                                resource.map(arn -> " on resource: " + arn).orElse(""),
                                action));
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

    /// For a request that is not valid HTTP.
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
                        "The service cannot answer now. Try again later.")
                .retryAfter(WHEN_UNAVAILABLE);
    }

    static AwsError internalFailure() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR_500,
                "InternalFailure",
                "The request failed because of an error inside the service.");
    }

    private static AwsError of(int status, String type, String message) {
        return new AwsError(status, type, "message", message, Optional.empty());
    }

    private AwsError retryAfter(Duration time) {
        return new AwsError(status, type, messageKey, message, Optional.of(time));
    }

    AwsResponse response() {
        return AwsResponse.of(
                status,
                retryAfter,
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("__type", type);
                    json.writeStringProperty(messageKey, encodable(message));
                    json.writeEndObject();
                });
    }

    /// Half a surrogate pair, which a client may send and a message may repeat, cannot be encoded
    /// in UTF-8; it becomes a question mark.
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
