package dev.rollcall.http.awsjson;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.http.access.Permission;
import dev.rollcall.json.ProcessingJobJson;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `ListProcessingJobs`.
final class ListProcessingJobsOperation implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(ListProcessingJobsOperation.class);

    private final ListProcessingJobs listProcessingJobs;

    ListProcessingJobsOperation(ListProcessingJobs listProcessingJobs) {
        this.listProcessingJobs = listProcessingJobs;
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
    public Call read(byte[] body) throws SerializationException {
        var request = ListingRequestReader.read(body);
        return (scope, requestId) -> list(scope, request, requestId);
    }

    private AwsResponse list(Scope scope, ListingRequest request, String requestId) {
        return switch (listProcessingJobs.list(scope, request)) {
            case ListingResult.Listed(var jobs, var nextToken) ->
                    AwsResponse.ok(json -> ProcessingJobJson.writePage(json, jobs, nextToken));
            case ListingResult.Invalid(var violations) ->
                    AwsError.validation(AwsViolationMessages.sentence(violations)).response();
            case ListingResult.TokenRefused(var reason) -> {
                LOG.info("Request {}: the page token was refused, {}", requestId, reason);
                yield AwsError.invalidToken().response();
            }
        };
    }
}
