package dev.rollcall.http.awsjson;

import dev.rollcall.json.JsonNumber;

import tools.jackson.core.JsonParser;

import java.time.Instant;
import java.util.Optional;

/// Reads the values of members by their types, and refuses a value of another type in AWS's words.
/// A member that is `null` counts as absent.
record MemberReader(JsonParser parser) {

    Optional<String> string() throws SerializationException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NULL -> Optional.empty();
            default -> throw notConvertible("a String");
        };
    }

    /// Without a fraction; a number too great or too small becomes the nearest `int`.
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

    Optional<Boolean> flag() throws SerializationException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NULL -> Optional.empty();
            default -> throw notConvertible("a Boolean");
        };
    }

    /// Whether the value is a list; if not, it is `null`.
    boolean isList() throws SerializationException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> true;
            case VALUE_NULL -> false;
            default -> throw notConvertible("a list");
        };
    }

    /// Whether the value is a structure or a map; if not, it is `null`.
    boolean isObject() throws SerializationException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> true;
            case VALUE_NULL -> false;
            default -> throw notConvertible("a structure or map");
        };
    }

    private JsonNumber number() throws SerializationException {
        return JsonNumber.parse(parser.getString()).orElseThrow(this::numberTooLong);
    }

    private SerializationException numberTooLong() {
        var where = parser.currentTokenLocation();
        return SerializationException.malformed(
                "has a number of more than %d characters".formatted(JsonNumber.MAX_LENGTH),
                where.getLineNr(),
                where.getColumnNr());
    }

    private SerializationException notConvertible(String type) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> SerializationException.unexpectedList();
            case START_OBJECT -> SerializationException.unexpectedObject();
            case VALUE_STRING -> SerializationException.notConvertible("STRING_VALUE", type);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    SerializationException.notConvertible("NUMBER_VALUE", type);
            case VALUE_TRUE -> SerializationException.notConvertible("TRUE_VALUE", type);
            case VALUE_FALSE -> SerializationException.notConvertible("FALSE_VALUE", type);
            case NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    PROPERTY_NAME,
                    VALUE_EMBEDDED_OBJECT,
                    VALUE_NULL ->
                    throw new IllegalStateException(
                            "no value that could be refused: " + parser.currentToken());
        };
    }
}
