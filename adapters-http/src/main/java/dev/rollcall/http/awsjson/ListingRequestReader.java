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

/// Reads the body of a `ListProcessingJobs` request. Of several things wrong with it, the first is
/// told.
public final class ListingRequestReader {

    /// No member of a request is longer, and none is nested at all.
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

    private ListingRequestReader() {}

    public static ListingRequest read(byte[] body) throws SerializationException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), decode(body))) {
            return read(parser);
        } catch (JacksonException e) {
            throw SerializationException.malformed();
        }
    }

    /// Here, because Jackson would guess at the encoding and lets some ill-formed UTF-8 through.
    private static String decode(byte[] body) throws SerializationException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw SerializationException.malformed();
        }
    }

    private static ListingRequest read(JsonParser parser) throws SerializationException {
        var values = new MemberReader(parser);
        var request = ListingRequest.everything();
        values.beginObject();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            request =
                    switch (name) {
                        case "CreationTimeAfter" ->
                                request.with(values.time(), ListingRequest::withCreationTimeAfter);
                        case "CreationTimeBefore" ->
                                request.with(values.time(), ListingRequest::withCreationTimeBefore);
                        case "LastModifiedTimeAfter" ->
                                request.with(
                                        values.time(), ListingRequest::withLastModifiedTimeAfter);
                        case "LastModifiedTimeBefore" ->
                                request.with(
                                        values.time(), ListingRequest::withLastModifiedTimeBefore);
                        case "MaxResults" ->
                                request.with(values.integer(), ListingRequest::withMaxResults);
                        case "NameContains" ->
                                request.with(values.string(), ListingRequest::withNameContains);
                        case "NextToken" ->
                                request.with(values.string(), ListingRequest::withNextToken);
                        case "SortBy" -> request.with(values.string(), ListingRequest::withSortBy);
                        case "SortOrder" ->
                                request.with(values.string(), ListingRequest::withSortOrder);
                        case "StatusEquals" ->
                                request.with(values.string(), ListingRequest::withStatusEquals);
                        default -> {
                            parser.skipChildren();
                            yield request;
                        }
                    };
        }
        values.end();
        return request;
    }
}
