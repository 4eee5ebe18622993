package dev.rollcall.http;

import dev.rollcall.application.AccessKey;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.domain.ListingRequest;
import dev.rollcall.domain.Scope;

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
    public Answer answer(Authentication.Authenticated client, byte[] body, String requestId) {
        ListingRequest request;
        try {
            request = ListingRequestReader.read(body);
        } catch (SerializationException e) {
            return AwsError.serialization(e.told()).answer();
        }
        return client.refusalOf(AccessKey.Operation.LIST)
                .map(refused -> AwsError.refused(refused).answer())
                .orElseGet(() -> list(client.scope(), request, requestId));
    }

    private Answer list(Scope scope, ListingRequest request, String requestId) {
        return switch (listProcessingJobs.list(scope, request)) {
            case ListingResult.Listed(var jobs, var nextToken) ->
                    Answer.ok(json -> ProcessingJobJson.writePage(json, jobs, nextToken));
            case ListingResult.Invalid(var violations) ->
                    AwsError.validation(ConstraintWords.sentence(violations)).answer();
            case ListingResult.TokenRefused(var reason) -> {
                LOG.info("Request {}: the page token was refused, {}", requestId, reason);
                yield AwsError.invalidToken().answer();
            }
        };
    }
}
