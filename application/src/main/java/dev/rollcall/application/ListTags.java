package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.jobs.TagsRequest;
import dev.rollcall.domain.validation.Checked;

/// Use case: lists the tags of a processing job, which are part of its details. They fit one page.
public final class ListTags {

    private final ReadProcessingJob store;

    public ListTags(ReadProcessingJob store) {
        this.store = store;
    }

    /// Finds the job whose tags are asked for.
    ///
    /// @param scope whose job; the caller must have been authorized for it, and sees no other's
    /// @throws StorageUnavailable if the store cannot answer now
    public TagsResult list(Scope scope, TagsRequest request) {
        return switch (request.check()) {
            case Checked.Invalid<String>(var violations) -> new TagsResult.Invalid(violations);
            case Checked.Valid<String>(String arn) ->
                    request.nextToken().isPresent()
                            ? new TagsResult.TokenRefused()
                            : find(scope, arn);
        };
    }

    private TagsResult find(Scope scope, String arn) {
        return ProcessingJobArn.parse(arn)
                .filter(parsed -> parsed.scope().equals(scope))
                .flatMap(store::read)
                .<TagsResult>map(found -> new TagsResult.Found(found.details()))
                .orElseGet(() -> new TagsResult.NotFound(arn));
    }
}
