package dev.rollcall.json;

import tools.jackson.core.JsonParser;

import java.time.Instant;
import java.util.Optional;

/// Reads the values of a record's members by their types. It remembers the first error, and goes on
/// after the value that has it.
final class ValueReader {

    private final JsonParser parser;
    private Optional<MalformedJob> malformed = Optional.empty();
    private boolean assumesUtc;

    ValueReader(JsonParser parser) {
        this.parser = parser;
    }

    Optional<String> text(String member) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> refuse(member + " is " + found() + ", not text");
        };
    }

    Optional<Instant> time(String member) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
                Optional<WrittenTime> time = WrittenTime.parse(parser.getString());
                assumesUtc |= time.isPresent() && !time.get().hasZone();
                yield time.isPresent()
                        ? time.map(WrittenTime::instant)
                        : refuse(
                                member
                                        + " is no time: neither a number of seconds or milliseconds"
                                        + " since 1970 nor ISO-8601, such as 2023-06-09T12:29:00Z");
            }
            case VALUE_NULL -> Optional.empty();
            default -> refuse(member + " is " + found() + ", not a time");
        };
    }

    /// Remembers the first error, and skips the value.
    <T> Optional<T> refuse(String message) {
        malformed = malformed.or(() -> Optional.of(new MalformedJob(message)));
        parser.skipChildren();
        return Optional.empty();
    }

    /// What the value is, in words.
    String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "the end of something";
        };
    }

    /// Whether a time was written without a zone, and so was read as UTC.
    boolean assumesUtc() {
        return assumesUtc;
    }

    /// @throws MalformedJob if a value was refused
    void requireNoError() throws MalformedJob {
        if (malformed.isPresent()) {
            throw malformed.get();
        }
    }
}
