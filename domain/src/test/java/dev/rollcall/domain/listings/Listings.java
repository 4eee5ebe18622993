package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.oneOf;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.validation.Members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Requests and queries to try the rules on.
public final class Listings {

    private Listings() {}

    /// Every order a listing can have.
    public static Stream<Ordering> orderings() {
        return Arrays.stream(SortKey.values())
                .flatMap(
                        key ->
                                Arrays.stream(SortOrder.values())
                                        .map(order -> new Ordering(key, order)));
    }

    public static ListingRequest request(Members members) {
        return ListingRequest.everything()
                .with(members.time("CreationTimeAfter"), ListingRequest::withCreationTimeAfter)
                .with(members.time("CreationTimeBefore"), ListingRequest::withCreationTimeBefore)
                .with(
                        members.time("LastModifiedTimeAfter"),
                        ListingRequest::withLastModifiedTimeAfter)
                .with(
                        members.time("LastModifiedTimeBefore"),
                        ListingRequest::withLastModifiedTimeBefore)
                .with(members.text("NameContains"), ListingRequest::withNameContains)
                .with(members.text("StatusEquals"), ListingRequest::withStatusEquals)
                .with(members.text("SortBy"), ListingRequest::withSortBy)
                .with(members.text("SortOrder"), ListingRequest::withSortOrder)
                .with(members.text("NextToken"), ListingRequest::withNextToken)
                .with(members.number("MaxResults"), ListingRequest::withMaxResults);
    }

    /// What a request of these members asks for in [Jobs#SCOPE].
    public static PageRequest page(Members members) {
        return Members.valid(request(members).check(Jobs.SCOPE));
    }

    /// What a request of these members asks for in [Jobs#SCOPE].
    public static PageRequest page(String... members) {
        return page(Members.of(members));
    }

    public static ListingQuery all(Ordering ordering) {
        return new ListingQuery(Jobs.SCOPE, List.of(), ordering);
    }

    public static ListingQuery filtered(Criterion.Filter... filters) {
        return new ListingQuery(Jobs.SCOPE, List.of(filters), Ordering.DEFAULT);
    }

    /// A query with up to four filters, some of which contradict each other.
    public static ListingQuery random(Random random) {
        var filters = new ArrayList<Criterion.Filter>();
        for (int i = random.nextInt(5); i > 0; i--) {
            filters.add(randomFilter(random));
        }
        var ordering =
                new Ordering(oneOf(random, SortKey.values()), oneOf(random, SortOrder.values()));
        return new ListingQuery(Jobs.SCOPE, filters, ordering);
    }

    private static Criterion.Filter randomFilter(Random random) {
        var field = oneOf(random, TimeField.values());
        return switch (random.nextInt(6)) {
            case 0 ->
                    new Criterion.NameContains(
                            oneOf(random, "a", "-", "job-1", "_", "", "x".repeat(63), "é"));
            case 1 -> new Criterion.StatusIs(oneOf(random, ProcessingJobStatus.values()));
            case 2, 3 -> new Criterion.After(field, randomBound(random));
            default -> new Criterion.Before(field, randomBound(random));
        };
    }

    private static Instant randomBound(Random random) {
        return NOON.plusNanos((random.nextInt(16) - 2) * 500_000L);
    }
}
