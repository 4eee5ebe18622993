package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/// A `ListProcessingJobs` request as a client sends it: each member has its type, but may have any
/// value. The members are those of the SageMaker API, and all of them are optional.
///
/// A request begins as [#everything] and gets its members one by one:
///
/// ```java
/// ListingRequest.everything().withStatusEquals("Failed").withSortBy("Name")
/// ```
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

    /// A request without members: the first page of all jobs, in the default order.
    public static ListingRequest everything() {
        return new ListingRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ListingRequest withCreationTimeAfter(Instant time) {
        return new ListingRequest(
                Optional.of(time),
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

    public ListingRequest withCreationTimeBefore(Instant time) {
        return new ListingRequest(
                creationTimeAfter,
                Optional.of(time),
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withLastModifiedTimeAfter(Instant time) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                Optional.of(time),
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withLastModifiedTimeBefore(Instant time) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                Optional.of(time),
                nameContains,
                statusEquals,
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withNameContains(String text) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                Optional.of(text),
                statusEquals,
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withStatusEquals(String status) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                Optional.of(status),
                sortBy,
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withSortBy(String key) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                Optional.of(key),
                sortOrder,
                nextToken,
                maxResults);
    }

    public ListingRequest withSortOrder(String order) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                sortBy,
                Optional.of(order),
                nextToken,
                maxResults);
    }

    public ListingRequest withNextToken(String token) {
        return new ListingRequest(
                creationTimeAfter,
                creationTimeBefore,
                lastModifiedTimeAfter,
                lastModifiedTimeBefore,
                nameContains,
                statusEquals,
                sortBy,
                sortOrder,
                Optional.of(token),
                maxResults);
    }

    public ListingRequest withMaxResults(int number) {
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
                Optional.of(number));
    }

    /// This request with one more member, if there is a value for it.
    ///
    /// @param member what to set, such as `ListingRequest::withNextToken`
    public <T> ListingRequest with(
            Optional<T> value, BiFunction<ListingRequest, T, ListingRequest> member) {
        return value.map(present -> member.apply(this, present)).orElse(this);
    }

    /// The page that this request asks for within a scope, or all violations, in the order of the
    /// members.
    public Checked<PageRequest> check(Scope scope) {
        return PageRequest.check(this, scope);
    }
}
