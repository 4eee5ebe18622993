package dev.rollcall.http.awsjson;

import dev.rollcall.domain.listings.ListingRequest;

import java.util.Optional;
import java.util.function.BiFunction;

/// Reads the members of a `ListProcessingJobs` request.
final class ListingRequestReader implements JsonBody.MemberHandler {

    private ListingRequest request = ListingRequest.everything();

    private ListingRequestReader() {}

    static ListingRequest read(byte[] body) throws SerializationException {
        var reader = new ListingRequestReader();
        JsonBody.read(body, reader);
        return reader.request;
    }

    @Override
    public void read(String name, MemberReader value) throws SerializationException {
        switch (name) {
            case "CreationTimeAfter" -> set(value.time(), ListingRequest::withCreationTimeAfter);
            case "CreationTimeBefore" -> set(value.time(), ListingRequest::withCreationTimeBefore);
            case "LastModifiedTimeAfter" ->
                    set(value.time(), ListingRequest::withLastModifiedTimeAfter);
            case "LastModifiedTimeBefore" ->
                    set(value.time(), ListingRequest::withLastModifiedTimeBefore);
            case "MaxResults" -> set(value.integer(), ListingRequest::withMaxResults);
            case "NameContains" -> set(value.string(), ListingRequest::withNameContains);
            case "NextToken" -> set(value.string(), ListingRequest::withNextToken);
            case "SortBy" -> set(value.string(), ListingRequest::withSortBy);
            case "SortOrder" -> set(value.string(), ListingRequest::withSortOrder);
            case "StatusEquals" -> set(value.string(), ListingRequest::withStatusEquals);
            default -> {}
        }
    }

    private <T> void set(Optional<T> value, BiFunction<ListingRequest, T, ListingRequest> member) {
        request = request.with(value, member);
    }
}
