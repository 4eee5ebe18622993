package dev.rollcall.http.awsjson;

import java.util.Optional;

/// A request's body is not a JSON object, or a member of it has a wrong type.
final class SerializationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> awsMessage;

    private SerializationException(Optional<String> awsMessage) {
        super(awsMessage.orElse("not a JSON object"));
        this.awsMessage = awsMessage;
    }

    /// AWS's words for the error; empty for a body that is not a JSON object.
    Optional<String> awsMessage() {
        return awsMessage;
    }

    static SerializationException malformed() {
        return new SerializationException(Optional.empty());
    }

    static SerializationException of(String awsMessage) {
        return new SerializationException(Optional.of(awsMessage));
    }
}
