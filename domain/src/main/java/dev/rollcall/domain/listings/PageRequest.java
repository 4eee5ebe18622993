package dev.rollcall.domain.listings;

import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A request for one page that satisfies every constraint.
///
/// @param nextToken the token of the page before, still sealed
public record PageRequest(ListingQuery query, PageSize pageSize, Optional<String> nextToken) {

    /// An empty `NextToken` asks for the first page, as loops do that begin with an empty one.
    static Checked<PageRequest> check(ListingRequest request, Scope scope) {
        var violations = Violations.none();
        var status =
                violations.parseEnum(
                        "StatusEquals",
                        request.statusEquals(),
                        ProcessingJobStatus::ofWireName,
                        ProcessingJobStatus.wireNames());
        var key =
                violations.parseEnum(
                        "SortBy", request.sortBy(), SortKey::ofWireName, SortKey.wireNames());
        var order =
                violations.parseEnum(
                        "SortOrder",
                        request.sortOrder(),
                        SortOrder::ofWireName,
                        SortOrder.wireNames());
        violations.checkNextToken(request.nextToken());
        violations.check(
                request.maxResults(),
                number -> number >= PageSize.MIN,
                number -> new Violation.TooSmall("MaxResults", number, PageSize.MIN));
        violations.check(
                request.maxResults(),
                number -> number <= PageSize.MAX,
                number -> new Violation.TooLarge("MaxResults", number, PageSize.MAX));
        return violations.orElseBuild(
                () ->
                        new PageRequest(
                                new ListingQuery(
                                        scope,
                                        filters(request, status),
                                        new Ordering(
                                                key.orElse(Ordering.DEFAULT.key()),
                                                order.orElse(Ordering.DEFAULT.order()))),
                                request.maxResults().map(PageSize::new).orElse(PageSize.DEFAULT),
                                request.nextToken().filter(token -> !token.isEmpty())));
    }

    /// An empty `NameContains` is no filter: every name contains it.
    private static List<Criterion.Filter> filters(
            ListingRequest request, Optional<ProcessingJobStatus> status) {
        return Stream.of(
                        after(TimeField.CREATION_TIME, request.creationTimeAfter()),
                        before(TimeField.CREATION_TIME, request.creationTimeBefore()),
                        after(TimeField.LAST_MODIFIED_TIME, request.lastModifiedTimeAfter()),
                        before(TimeField.LAST_MODIFIED_TIME, request.lastModifiedTimeBefore()),
                        request.nameContains()
                                .filter(text -> !text.isEmpty())
                                .map(Criterion.NameContains::new),
                        status.map(Criterion.StatusIs::new))
                .<Criterion.Filter>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Criterion.After> after(TimeField field, Optional<Instant> time) {
        return time.map(bound -> new Criterion.After(field, bound));
    }

    private static Optional<Criterion.Before> before(TimeField field, Optional<Instant> time) {
        return time.map(bound -> new Criterion.Before(field, bound));
    }
}
