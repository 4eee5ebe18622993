package dev.rollcall.http.awsjson;

import dev.rollcall.json.JsonNumber;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The JSON object in the body of a request. Only the first error in it is reported.
final class JsonBody {

    private static final int MAX_NAME_LENGTH = 1024;
    private static final int MAX_NESTING_DEPTH = 32;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// A string may be as long as the body, whose length the server limits.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(MAX_NAME_LENGTH)
                                    .maxNumberLength(JsonNumber.MAX_LENGTH)
                                    .maxNestingDepth(MAX_NESTING_DEPTH)
                                    .build())
                    .build();

    /// What an operation does with a member of the object.
    @FunctionalInterface
    interface MemberHandler {

        /// Reads the value of a member, or ignores it.
        void read(String name, MemberReader value) throws SerializationException;
    }

    private final JsonParser parser;

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /// Reads all members of the object.
    ///
    /// @throws SerializationException if the body is not a JSON object, or as the handler does
    static void read(byte[] body, MemberHandler handler) throws SerializationException {
        CharBuffer text = decode(body);
        // All of it at once: so a long string is not copied while it is read.
        try (var parser =
                JSON.createParser(ObjectReadContext.empty(), text.array(), 0, text.length())) {
            new JsonBody(parser).read(handler);
        }
    }

    /// Jackson would guess the encoding, and accepts some ill-formed UTF-8.
    private static CharBuffer decode(byte[] body) throws SerializationException {
        var text = CharBuffer.allocate(body.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body), text, true);
        text.flip();
        if (result.isError()) {
            throw SerializationException.malformed("is not valid UTF-8", line(text), column(text));
        }
        if (!text.isEmpty() && text.get(0) == BYTE_ORDER_MARK) {
            throw SerializationException.malformed(
                    "begins with a byte order mark, which JSON does not allow", 1, 1);
        }
        return text;
    }

    /// The line in which a text ends.
    private static int line(CharSequence text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /// The column after the end of a text.
    private static int column(CharSequence text) {
        return text.length() - text.toString().lastIndexOf('\n');
    }

    private void read(MemberHandler handler) throws SerializationException {
        try {
            beginObject();
            Set<String> names = new HashSet<>();
            var value = new MemberReader(parser);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (!names.add(name)) {
                    throw malformed("has a member twice", parser.currentTokenLocation());
                }
                parser.nextToken();
                handler.read(name, value);
                parser.skipChildren();
            }
            requireEnd();
        } catch (UnexpectedEndOfInputException e) {
            throw malformed("ends before its JSON object does", location(e));
        } catch (StreamConstraintsException e) {
            throw malformed(
                    "exceeds a limit of %d characters in a name, %d in a number and %d levels of depth"
                            .formatted(MAX_NAME_LENGTH, JsonNumber.MAX_LENGTH, MAX_NESTING_DEPTH),
                    location(e));
        } catch (JacksonException e) {
            throw malformed("is not valid JSON", location(e));
        }
    }

    private void beginObject() throws SerializationException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw SerializationException.emptyBody();
        }
        if (token == JsonToken.START_ARRAY) {
            throw SerializationException.unexpectedList();
        }
        if (token != JsonToken.START_OBJECT) {
            throw malformed("is not a JSON object", parser.currentTokenLocation());
        }
    }

    private void requireEnd() throws SerializationException {
        if (parser.nextToken() != null) {
            throw malformed("continues after its JSON object", parser.currentTokenLocation());
        }
    }

    private TokenStreamLocation location(JacksonException e) {
        return Optional.ofNullable(e.getLocation()).orElseGet(parser::currentLocation);
    }

    private static SerializationException malformed(String what, TokenStreamLocation where) {
        return SerializationException.malformed(what, where.getLineNr(), where.getColumnNr());
    }
}
