package dev.rollcall.domain;

import static dev.rollcall.domain.Jobs.NOON;
import static dev.rollcall.domain.Jobs.oneOf;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Queries to try the rules on.
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
