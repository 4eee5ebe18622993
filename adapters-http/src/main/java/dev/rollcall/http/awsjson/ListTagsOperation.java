package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.TagsResult;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.jobs.TagsRequest;
import dev.rollcall.http.access.Permission;
import dev.rollcall.json.JobDescriptionJson;

import java.util.Optional;

/// `ListTags`.
final class ListTagsOperation implements Operation {

    private final ListTags listTags;
    private final int maxBodyBytes;

    ListTagsOperation(ListTags listTags, int maxBodyBytes) {
        this.listTags = listTags;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public String name() {
        return "ListTags";
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
        var reader = new RequestReader();
        JsonBody.read(body, reader);
        return new ListCall(listTags, reader.request());
    }

    private static final class RequestReader implements JsonBody.MemberHandler {

        private Optional<String> resourceArn = Optional.empty();
        private Optional<String> nextToken = Optional.empty();
        private Optional<Integer> maxResults = Optional.empty();

        @Override
        public void read(String name, MemberReader value) throws SerializationException {
            switch (name) {
                case "ResourceArn" -> resourceArn = value.string();
                case "NextToken" -> nextToken = value.string();
                case "MaxResults" -> maxResults = value.integer();
                default -> {}
            }
        }

        private TagsRequest request() {
            return new TagsRequest(resourceArn, nextToken, maxResults);
        }
    }

    private record ListCall(ListTags listTags, TagsRequest request) implements Call {

        @Override
        public Optional<String> resource(Scope scope) {
            return request.resourceArn();
        }

        @Override
        public AwsResponse answer(Scope scope, Client client, String requestId) {
            return switch (listTags.list(scope, request)) {
                case TagsResult.Found(var details) ->
                        AwsResponse.ok(json -> JobDescriptionJson.writeTags(json, details));
                case TagsResult.Invalid(var violations) ->
                        AwsError.validation(AwsViolationMessages.sentence(violations)).response();
                case TagsResult.TokenRefused _ -> AwsError.invalidToken().response();
                case TagsResult.NotFound(String arn) -> AwsError.noSuchResource(arn).response();
            };
        }
    }
}
