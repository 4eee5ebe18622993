package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pages of every order, with and without a fixed status, at the beginning and in the middle.
final class Pages {

    static final int SIZE = 11;

    private Pages() {}

    /// So many jobs, a hundred of which share each millisecond.
    static List<ProcessingJob> jobs(int count) {
        return IntStream.range(0, count).mapToObj(i -> nth(i).build()).toList();
    }

    static List<Selection> of(int count) {
        List<List<Criterion.Filter>> filters =
                List.of(List.of(), List.of(new Criterion.StatusIs(ProcessingJobStatus.COMPLETED)));
        ProcessingJob middle = nth(count / 2).status(ProcessingJobStatus.COMPLETED).build();
        return Arrays.stream(SortKey.values())
                .flatMap(key -> Arrays.stream(SortOrder.values()).map(o -> new Ordering(key, o)))
                .flatMap(order -> filters.stream().map(f -> new ListingQuery(SCOPE, f, order)))
                .flatMap(
                        query ->
                                Stream.of(
                                        query.select(Optional.empty(), SIZE),
                                        query.select(
                                                Optional.of(query.ordering().positionOf(middle)),
                                                SIZE)))
                .toList();
    }

    private static JobBuilder nth(int i) {
        return job("job-%05d".formatted(i))
                .created(CREATED.plusMillis(i / 100))
                .status(i % 50 == 0 ? ProcessingJobStatus.FAILED : ProcessingJobStatus.COMPLETED);
    }
}
