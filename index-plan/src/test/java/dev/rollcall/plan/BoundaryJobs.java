package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Random jobs that were created together, or at the ends of time, and modified about a week later,
/// far too late or too early; and selections of them with bounds on those times or beside them.
///
/// The same seed gives the same jobs and selections.
final class BoundaryJobs {

    static final Scope SCOPE = Scope.of("123456789012", "eu-central-1");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Scope ELSEWHERE = Scope.of("123456789012", "us-east-1");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final List<Instant> CREATED =
            List.of(
                    NOON,
                    NOON,
                    NOON.plusMillis(1),
                    NOON.plus(Duration.ofDays(7)),
                    NOON.plus(Duration.ofDays(20)),
                    NOON.minus(Duration.ofDays(20)),
                    FIRST,
                    LAST);

    private static final List<Duration> BESIDE =
            List.of(
                    Duration.ZERO,
                    Duration.ofMillis(1),
                    Duration.ofMillis(-1),
                    Duration.ofDays(7),
                    Duration.ofDays(-7),
                    Duration.ofDays(7).plusMillis(1),
                    Duration.ofDays(7).minusMillis(1),
                    Duration.ofDays(300),
                    Duration.ofDays(-300));

    private final Random random;
    final List<ProcessingJob> all;

    BoundaryJobs(long seed) {
        random = new Random(seed);
        all = IntStream.range(0, 60).mapToObj(this::next).toList();
    }

    static ProcessingJob job(String name, Instant created, Instant modified) {
        return job(SCOPE, name, ProcessingJobStatus.COMPLETED, created, modified);
    }

    private static ProcessingJob job(
            Scope scope,
            String name,
            ProcessingJobStatus status,
            Instant created,
            Instant modified) {
        return new ProcessingJob(
                new ProcessingJobArn(scope, new ProcessingJobName(name)),
                status,
                created,
                modified,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private ProcessingJob next(int number) {
        Instant created = pick(CREATED);
        return job(
                random.nextInt(4) == 0 ? ELSEWHERE : SCOPE,
                "job-" + random.nextInt(10) + "-" + number,
                pick(ProcessingJobStatus.values()),
                created,
                random.nextInt(12) == 0 ? pick(List.of(FIRST, LAST)) : beside(created));
    }

    /// A selection that may begin anywhere in its listing.
    Selection selection() {
        ListingQuery query = query();
        Optional<Position> from =
                maybe(3) ? Optional.of(query.ordering().positionOf(pick(all))) : Optional.empty();
        return query.select(from, 1 + random.nextInt(all.size()));
    }

    ListingQuery query() {
        List<Criterion.Filter> filters = new ArrayList<>();
        for (TimeField field : TimeField.values()) {
            if (maybe(2)) {
                filters.add(new Criterion.After(field, bound(field)));
            }
            if (maybe(3)) {
                filters.add(new Criterion.Before(field, bound(field)));
            }
        }
        if (maybe(4)) {
            filters.add(new Criterion.StatusIs(pick(all).status()));
        }
        if (maybe(4)) {
            filters.add(new Criterion.NameContains("-" + random.nextInt(6)));
        }
        var ordering = new Ordering(pick(SortKey.values()), pick(SortOrder.values()));
        return new ListingQuery(SCOPE, filters, ordering);
    }

    private Instant bound(TimeField field) {
        return beside(field.of(pick(all)));
    }

    private Instant beside(Instant time) {
        Instant beside = time.plus(pick(BESIDE));
        return beside.isBefore(FIRST) || beside.isAfter(LAST) ? time : beside;
    }

    private boolean maybe(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
