package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Constraints;
import dev.rollcall.domain.validation.Violation;
import dev.rollcall.domain.validation.Violations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A `ListProcessingJobs` request as a client sends it: each member has its type, and nothing else
/// is known of it. The members are those of the SageMaker API.
public record ListingRequest(
        Optional<Instant> creationTimeAfter,
        Optional<Instant> creationTimeBefore,
        Optional<Instant> lastModifiedTimeAfter,
        Optional<Instant> lastModifiedTimeBefore,
        Optional<String> nameContains,
        Optional<String> statusEquals,
        Optional<String> sortBy,
        Optional<String> sortOrder,
        Optional<String> nextToken,
        Optional<Integer> maxResults) {

    /// The longest token, in code points (SageMaker API, `NextToken`).
    private static final int MAX_TOKEN_LENGTH = 8192;

    private static final Pattern TOKEN_PATTERN = Pattern.compile(".*");

    /// The listing that this request asks for within a scope, or all that is wrong with it, in the
    /// order of the members.
    ///
    /// An empty `NameContains` is no filter: every name contains it. An empty `NextToken` asks for
    /// the first page, as loops do that begin with an empty one.
    public Checked<PageRequest> check(Scope scope) {
        var violations = Violations.none();
        var status =
                violations.parse(
                        statusEquals,
                        ProcessingJobStatus::ofWireName,
                        value -> ProcessingJobStatus.notInEnum("StatusEquals", value));
        var key =
                violations.parse(
                        sortBy,
                        SortKey::ofWireName,
                        value -> new Violation.NotInEnum("SortBy", value, SortKey.wireNames()));
        var order =
                violations.parse(
                        sortOrder,
                        SortOrder::ofWireName,
                        value ->
                                new Violation.NotInEnum("SortOrder", value, SortOrder.wireNames()));
        violations.check(
                nextToken,
                value -> Constraints.length(value) <= MAX_TOKEN_LENGTH,
                value -> new Violation.TooLong("NextToken", value, MAX_TOKEN_LENGTH));
        violations.check(
                nextToken,
                value -> TOKEN_PATTERN.matcher(value).matches(),
                value ->
                        new Violation.PatternMismatch("NextToken", value, TOKEN_PATTERN.pattern()));
        violations.check(
                maxResults,
                value -> value >= PageSize.MIN,
                value -> new Violation.TooSmall("MaxResults", value, PageSize.MIN));
        violations.check(
                maxResults,
                value -> value <= PageSize.MAX,
                value -> new Violation.TooLarge("MaxResults", value, PageSize.MAX));
        return violations.orElseBuild(
                () ->
                        new PageRequest(
                                new ListingQuery(
                                        scope,
                                        filters(status),
                                        new Ordering(
                                                key.orElse(Ordering.DEFAULT.key()),
                                                order.orElse(Ordering.DEFAULT.order()))),
                                maxResults.map(PageSize::new).orElse(PageSize.DEFAULT),
                                nextToken.filter(token -> !token.isEmpty())));
    }

    private List<Criterion.Filter> filters(Optional<ProcessingJobStatus> status) {
        List<Criterion.Filter> filters = new ArrayList<>();
        add(filters, creationTimeAfter, t -> new Criterion.After(TimeField.CREATION_TIME, t));
        add(filters, creationTimeBefore, t -> new Criterion.Before(TimeField.CREATION_TIME, t));
        add(
                filters,
                lastModifiedTimeAfter,
                t -> new Criterion.After(TimeField.LAST_MODIFIED_TIME, t));
        add(
                filters,
                lastModifiedTimeBefore,
                t -> new Criterion.Before(TimeField.LAST_MODIFIED_TIME, t));
        add(filters, nameContains.filter(text -> !text.isEmpty()), Criterion.NameContains::new);
        add(filters, status, Criterion.StatusIs::new);
        return filters;
    }

    private static <T> void add(
            List<Criterion.Filter> filters,
            Optional<T> member,
            Function<T, Criterion.Filter> filter) {
        member.map(filter).ifPresent(filters::add);
    }
}
