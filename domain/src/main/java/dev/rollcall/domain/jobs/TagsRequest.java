package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.util.Optional;
import java.util.regex.Pattern;

/// A request for the tags of a resource (SageMaker API, `ListTags`), as a client sent it.
///
/// @param nextToken an empty one asks for the first page, as none does
public record TagsRequest(
        Optional<String> resourceArn, Optional<String> nextToken, Optional<Integer> maxResults) {

    private static final int MAX_ARN_LENGTH = 256;
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+");
    private static final int MIN_RESULTS = 50;

    public TagsRequest {
        nextToken = nextToken.filter(token -> !token.isEmpty());
    }

    /// The ARN of the resource whose tags are asked for, or all violations.
    public Checked<String> check() {
        var violations = Violations.none();
        violations.required("ResourceArn", resourceArn);
        violations.checkLength("ResourceArn", resourceArn, MAX_ARN_LENGTH);
        violations.checkPattern("ResourceArn", resourceArn, ARN);
        violations.checkNextToken(nextToken);
        violations.check(
                maxResults,
                results -> results >= MIN_RESULTS,
                results -> new Violation.TooSmall("MaxResults", results, MIN_RESULTS));
        return violations.orElseBuild(resourceArn::orElseThrow);
    }
}
