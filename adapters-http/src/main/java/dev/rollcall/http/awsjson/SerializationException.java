package dev.rollcall.http.awsjson;

/// The body of a request is not a JSON object, or a member of it has a wrong type.
final class SerializationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private SerializationException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// A sentence for the client, which repeats nothing of the body: in AWS's words if those are
    /// known.
    String reason() {
        return reason;
    }

    static SerializationException emptyBody() {
        return new SerializationException(
                "The request body is empty. Send a JSON object, {} if there is nothing to"
                        + " specify.");
    }

    /// @param what is wrong with the body: the predicate of a sentence
    /// @param line where, counted from 1
    /// @param column where, counted from 1
    static SerializationException malformed(String what, int line, int column) {
        return new SerializationException(
                "The request body %s (line %d, column %d).".formatted(what, line, column));
    }

    /// @param value AWS's word for the kind of value that was found
    /// @param type AWS's words for the type that was expected
    static SerializationException notConvertible(String value, String type) {
        return new SerializationException(value + " can not be converted to " + type);
    }

    static SerializationException unexpectedList() {
        return new SerializationException("Start of list found where not expected");
    }

    static SerializationException unexpectedObject() {
        return new SerializationException("Start of structure or map found where not expected.");
    }
}
