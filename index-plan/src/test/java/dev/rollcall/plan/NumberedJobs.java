package dev.rollcall.plan;

import static dev.rollcall.domain.listings.TimeField.CREATION_TIME;
import static dev.rollcall.domain.listings.TimeField.LAST_MODIFIED_TIME;
import static dev.rollcall.plan.BoundaryJobs.NOON;
import static dev.rollcall.plan.BoundaryJobs.SCOPE;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Jobs whose names begin with their numbers, and listings of them by name.
final class NumberedJobs {

    static final Duration LONG = Duration.ofHours(1);
    static final WorkBudget AMPLE = new WorkBudget(1_000_000, LONG);
    static final Criterion.Filter RECENT = new Criterion.After(LAST_MODIFIED_TIME, NOON);
    static final Criterion.Filter YOUNG = new Criterion.After(CREATION_TIME, NOON);
    static final Criterion.Filter MARKED = new Criterion.NameContains("x");

    private static final Ordering BY_NAME = new Ordering(SortKey.NAME, SortOrder.ASCENDING);
    private static final Instant RECENTLY = NOON.plusSeconds(60);

    private NumberedJobs() {}

    static RecordingReader readerOf(List<ProcessingJob> jobs) {
        return new RecordingReader(jobs, BY_NAME);
    }

    /// Jobs numbered from 0, some of which have [#MARKED] names and some of which are [#RECENT].
    static List<ProcessingJob> jobs(int count, IntPredicate isMarked, IntPredicate isRecent) {
        IntFunction<String> name = i -> "%05d%s".formatted(i, isMarked.test(i) ? "x" : "");
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                BoundaryJobs.job(
                                        name.apply(i), NOON, isRecent.test(i) ? RECENTLY : NOON))
                .toList();
    }

    /// Jobs numbered from 0, which from some number on are [#YOUNG], and from some on [#RECENT].
    static List<ProcessingJob> jobsOfTwoTimes(int count, int young, int recent) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                BoundaryJobs.job(
                                        "%05d".formatted(i),
                                        i >= young ? RECENTLY : NOON,
                                        i >= recent ? RECENTLY : NOON))
                .toList();
    }

    static Selection select(int limit, Criterion.Filter... filters) {
        return new ListingQuery(SCOPE, Arrays.asList(filters), BY_NAME)
                .select(Optional.empty(), limit);
    }

    /// The position of a job that is not marked.
    static Position position(int number) {
        return new Position.ByName(new ProcessingJobName("%05d".formatted(number)));
    }

    static List<Integer> numbers(Slice slice) {
        return slice.jobs().stream()
                .map(job -> Integer.valueOf(job.name().value().substring(0, 5)))
                .toList();
    }
}
