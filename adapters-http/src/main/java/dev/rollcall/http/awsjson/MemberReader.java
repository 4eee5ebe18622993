package dev.rollcall.http.awsjson;

import dev.rollcall.json.JsonNumber;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.time.Instant;
import java.util.Optional;

/// Reads the members of a request by their types, and says in AWS's words when a value is of
/// another. A `null` is an absent member.
record MemberReader(JsonParser parser) {

    /// Enters the object that a request is.
    void beginObject() throws SerializationException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            throw unexpectedList();
        }
        if (token != JsonToken.START_OBJECT) {
            throw SerializationException.malformed();
        }
    }

    /// Makes sure that nothing comes after the object.
    void end() throws SerializationException {
        if (parser.nextToken() != null) {
            throw SerializationException.malformed();
        }
    }

    Optional<String> string() throws SerializationException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> throw notConvertible("a String");
        };
    }

    /// A fraction is dropped, and a number too great becomes the nearest `int`.
    Optional<Integer> integer() throws SerializationException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number().toInt());
            case VALUE_NULL -> Optional.empty();
            default -> throw notConvertible("an Integer");
        };
    }

    /// Seconds or milliseconds since 1970.
    Optional<Instant> time() throws SerializationException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number().toInstant());
            case VALUE_NULL -> Optional.empty();
            default -> throw notConvertible("milliseconds since epoch");
        };
    }

    private JsonNumber number() throws SerializationException {
        return JsonNumber.parse(parser.getString()).orElseThrow(SerializationException::malformed);
    }

    private SerializationException notConvertible(String type) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> unexpectedList();
            case START_OBJECT ->
                    SerializationException.of(
                            "Start of structure or map found where not expected.");
            case VALUE_STRING -> notConvertible("STRING_VALUE", type);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> notConvertible("NUMBER_VALUE", type);
            case VALUE_TRUE -> notConvertible("TRUE_VALUE", type);
            case VALUE_FALSE -> notConvertible("FALSE_VALUE", type);
            default -> SerializationException.malformed();
        };
    }

    private static SerializationException notConvertible(String value, String type) {
        return SerializationException.of(value + " can not be converted to " + type);
    }

    private static SerializationException unexpectedList() {
        return SerializationException.of("Start of list found where not expected");
    }
}
