package dev.rollcall.cli.remote;

import dev.rollcall.cli.errors.UserError;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a server says of the records that it was sent.
///
/// @param refused why some were refused, one reason each
record IntakeAnswer(int recorded, int unchanged, List<String> refused) {

    private static final JsonFactory JSON = new JsonFactory();

    /// Reads an answer.
    ///
    /// @param server for messages
    /// @throws UserError if that is no answer of an intake, or the intake lets nobody in with this
    ///   key
    static IntakeAnswer read(URI server, int status, byte[] body) {
        var reader = new Reader();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            reader.read(parser);
        } catch (JacksonException e) {
            throw noIntake(server, status, "it does not answer in JSON");
        }
        if (status == 200 || (status == 400 && !reader.refused.isEmpty())) {
            return reader.answer(server);
        }
        String message = reader.message.orElse("it does not say why");
        if (status == 401 || status == 403) {
            throw new UserError(
                    "%s lets nobody record with this key: %s".formatted(server, message),
                    "give --key-file FILE with one of the server's --intake-keys.");
        }
        throw noIntake(server, status, message);
    }

    private static UserError noIntake(URI server, int status, String why) {
        return new UserError(
                "%s takes no records (status %d): %s".formatted(server, status, why),
                "check the address, and that the server is a Rollcall of this version.");
    }

    /// The members of an answer, as far as they are known.
    private static final class Reader {

        private Optional<Integer> recorded = Optional.empty();
        private int unchanged;
        private final List<String> refused = new ArrayList<>();
        private Optional<String> message = Optional.empty();

        void read(JsonParser parser) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (member) {
                    case "recorded" -> recorded = Optional.of(parser.getIntValue());
                    case "unchanged" -> unchanged = parser.getIntValue();
                    case "message" -> message = Optional.ofNullable(parser.getString());
                    case "refused" -> readRefused(parser, value);
                    default -> parser.skipChildren();
                }
            }
        }

        private void readRefused(JsonParser parser, JsonToken list) {
            for (JsonToken token = list; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("reason")) {
                    parser.nextToken();
                    refused.add(parser.getString());
                }
            }
        }

        IntakeAnswer answer(URI server) {
            int changed = recorded.orElseThrow(() -> noIntake(server, 200, "it counts no records"));
            return new IntakeAnswer(changed, unchanged, refused);
        }
    }
}
