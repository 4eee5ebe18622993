package dev.rollcall.http.awsjson;

import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.json.JsonNumber;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Reads the body of a `ListProcessingJobs` request. Only the first error in it is reported.
final class ListingRequestReader {

    /// No member of a request needs as much, and none is nested at all.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(32)
                                    .maxStringLength(16 * 1024)
                                    .maxNameLength(1024)
                                    .maxNumberLength(JsonNumber.MAX_LENGTH)
                                    .build())
                    .build();

    private final JsonParser parser;
    private Optional<Instant> creationTimeAfter = Optional.empty();
    private Optional<Instant> creationTimeBefore = Optional.empty();
    private Optional<Instant> lastModifiedTimeAfter = Optional.empty();
    private Optional<Instant> lastModifiedTimeBefore = Optional.empty();
    private Optional<String> nameContains = Optional.empty();
    private Optional<String> statusEquals = Optional.empty();
    private Optional<String> sortBy = Optional.empty();
    private Optional<String> sortOrder = Optional.empty();
    private Optional<String> nextToken = Optional.empty();
    private Optional<Integer> maxResults = Optional.empty();

    private ListingRequestReader(JsonParser parser) {
        this.parser = parser;
    }

    static ListingRequest read(byte[] body) throws SerializationException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), decode(body))) {
            return new ListingRequestReader(parser).read();
        } catch (JacksonException e) {
            throw SerializationException.malformed();
        }
    }

    /// Jackson would guess the encoding, and accepts some ill-formed UTF-8.
    private static String decode(byte[] body) throws SerializationException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw SerializationException.malformed();
        }
    }

    private ListingRequest read() throws SerializationException {
        var values = new MemberReader(parser);
        values.beginObject();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "CreationTimeAfter" -> creationTimeAfter = values.time();
                case "CreationTimeBefore" -> creationTimeBefore = values.time();
                case "LastModifiedTimeAfter" -> lastModifiedTimeAfter = values.time();
                case "LastModifiedTimeBefore" -> lastModifiedTimeBefore = values.time();
                case "MaxResults" -> maxResults = values.integer();
                case "NameContains" -> nameContains = values.string();
                case "NextToken" -> nextToken = values.string();
                case "SortBy" -> sortBy = values.string();
                case "SortOrder" -> sortOrder = values.string();
                case "StatusEquals" -> statusEquals = values.string();
                default -> parser.skipChildren();
            }
        }
        values.end();
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }
}
