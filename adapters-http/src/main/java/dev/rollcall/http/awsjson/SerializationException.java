package dev.rollcall.http.awsjson;

import java.util.Optional;

/// A request's body is not JSON, or not of the types that the API has.
public final class SerializationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> told;

    private SerializationException(Optional<String> told) {
        super(told.orElse("not a JSON object"));
        this.told = told;
    }

    /// What AWS says of it: nothing, for a body that is no JSON object.
    public Optional<String> told() {
        return told;
    }

    static SerializationException malformed() {
        return new SerializationException(Optional.empty());
    }

    static SerializationException of(String told) {
        return new SerializationException(Optional.of(told));
    }
}
