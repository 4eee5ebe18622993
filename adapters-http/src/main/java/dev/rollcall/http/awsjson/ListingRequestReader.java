package dev.rollcall.http.awsjson;

import dev.rollcall.domain.listings.ListingRequest;

import java.time.Instant;
import java.util.Optional;

/// Reads the members of a `ListProcessingJobs` request.
final class ListingRequestReader implements JsonBody.MemberHandler {

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

    private ListingRequestReader() {}

    static ListingRequest read(byte[] body) throws SerializationException {
        var reader = new ListingRequestReader();
        JsonBody.read(body, reader);
        return reader.request();
    }

    @Override
    public void read(String name, MemberReader value) throws SerializationException {
        switch (name) {
            case "CreationTimeAfter" -> creationTimeAfter = value.time();
            case "CreationTimeBefore" -> creationTimeBefore = value.time();
            case "LastModifiedTimeAfter" -> lastModifiedTimeAfter = value.time();
            case "LastModifiedTimeBefore" -> lastModifiedTimeBefore = value.time();
            case "MaxResults" -> maxResults = value.integer();
            case "NameContains" -> nameContains = value.string();
            case "NextToken" -> nextToken = value.string();
            case "SortBy" -> sortBy = value.string();
            case "SortOrder" -> sortOrder = value.string();
            case "StatusEquals" -> statusEquals = value.string();
            default -> {}
        }
    }

    private ListingRequest request() {
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
