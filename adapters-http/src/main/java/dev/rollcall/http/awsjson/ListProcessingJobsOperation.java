package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageSize;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.observed.RequestNotes.PageNote;
import dev.rollcall.json.ProcessingJobJson;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `ListProcessingJobs`.
final class ListProcessingJobsOperation implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(ListProcessingJobsOperation.class);

    private final ListProcessingJobs listProcessingJobs;
    private final SortOrder defaultSortOrder;
    private final int maxBodyBytes;

    ListProcessingJobsOperation(
            ListProcessingJobs listProcessingJobs, SortOrder defaultSortOrder, int maxBodyBytes) {
        this.listProcessingJobs = listProcessingJobs;
        this.defaultSortOrder = defaultSortOrder;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public String name() {
        return "ListProcessingJobs";
    }

    @Override
    public Permission permission() {
        return Permission.LIST;
    }

    @Override
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    @Override
    public Call read(byte[] body) throws SerializationException {
        var request = withSortOrder(ListingRequestReader.read(body));
        return (scope, client, requestId) -> list(scope, request, client, requestId);
    }

    private static int asked(ListingRequest request) {
        return request.maxResults().orElse(PageSize.DEFAULT.value());
    }

    /// In the order that the listing will have, so that page tokens are bound to it.
    private ListingRequest withSortOrder(ListingRequest request) {
        return request.sortOrder().isPresent()
                ? request
                : request.withSortOrder(defaultSortOrder.wireName());
    }

    private AwsResponse list(Scope scope, ListingRequest request, Client client, String requestId) {
        return switch (listProcessingJobs.list(scope, request, client)) {
            case ListingResult.Listed(var jobs, var nextToken) ->
                    AwsResponse.ok(
                                    ProcessingJobJson.usualLength(jobs.size()),
                                    json -> ProcessingJobJson.writePage(json, jobs, nextToken))
                            .noting(
                                    notes ->
                                            notes.page(
                                                    new PageNote(
                                                            jobs.size(),
                                                            asked(request),
                                                            nextToken.isEmpty())));
            case ListingResult.Invalid(var violations) ->
                    AwsError.validation(AwsViolationMessages.sentence(violations)).response();
            case ListingResult.TokenRefused(var reason) -> {
                // Anybody who may list can cause it, as often as they like.
                LOG.debug("Request {}: the page token was refused, {}", requestId, reason);
                yield AwsError.invalidToken()
                        .response()
                        .noting(notes -> notes.tokenRefused(reason));
            }
        };
    }
}
