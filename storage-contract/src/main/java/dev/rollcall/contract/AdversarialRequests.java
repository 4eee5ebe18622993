package dev.rollcall.contract;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Random requests for given jobs: bounds that equal a job's time or differ by little, parts of
/// names and texts that no name contains, every sort. The same seed and jobs give the same
/// requests.
final class AdversarialRequests {

    /// A request for everything, in the default order.
    static final ListingRequest EVERYTHING =
            sorted(Ordering.DEFAULT.key(), Ordering.DEFAULT.order());

    private static final List<Duration> DIFFERENCES =
            List.of(
                    Duration.ZERO,
                    Duration.ofMillis(1),
                    Duration.ofMillis(-1),
                    Duration.ofNanos(1),
                    Duration.ofNanos(-1),
                    Duration.ofDays(300),
                    Duration.ofDays(-300));

    private final Random random;
    private final List<ProcessingJob> jobs;

    AdversarialRequests(long seed, List<ProcessingJob> jobs) {
        random = new Random(seed);
        this.jobs = jobs;
    }

    /// A request for everything, in a given order.
    static ListingRequest sorted(SortKey key, SortOrder order) {
        return ListingRequest.everything()
                .withSortBy(key.wireName())
                .withSortOrder(order.wireName());
    }

    /// A request for the jobs of a status, ascending.
    static ListingRequest ofStatus(ProcessingJobStatus status, SortKey key) {
        return sorted(key, SortOrder.ASCENDING).withStatusEquals(status.wireName());
    }

    /// A request with some of the filters.
    ListingRequest next() {
        return ListingRequest.everything()
                .with(in(4, this::earlyBound), ListingRequest::withCreationTimeAfter)
                .with(in(4, this::lateBound), ListingRequest::withCreationTimeBefore)
                .with(in(4, this::earlyBound), ListingRequest::withLastModifiedTimeAfter)
                .with(in(4, this::lateBound), ListingRequest::withLastModifiedTimeBefore)
                .with(in(3, this::text), ListingRequest::withNameContains)
                .with(
                        in(3, () -> pick(ProcessingJobStatus.values()).wireName()),
                        ListingRequest::withStatusEquals)
                .withSortBy(pick(SortKey.values()).wireName())
                .withSortOrder(pick(SortOrder.values()).wireName());
    }

    /// One request for each sort key, sort order and set of filters: 3 x 2 x 64.
    Stream<ListingRequest> everyCombination() {
        return Arrays.stream(SortKey.values())
                .flatMap(
                        key ->
                                Arrays.stream(SortOrder.values())
                                        .flatMap(order -> everyFilterSet(key, order)));
    }

    private Stream<ListingRequest> everyFilterSet(SortKey key, SortOrder order) {
        return Stream.iterate(0, set -> set < 64, set -> set + 1)
                .map(
                        set ->
                                sorted(key, order)
                                        .with(
                                                of(set, 0, this::earlyBound),
                                                ListingRequest::withCreationTimeAfter)
                                        .with(
                                                of(set, 1, this::lateBound),
                                                ListingRequest::withCreationTimeBefore)
                                        .with(
                                                of(set, 2, this::earlyBound),
                                                ListingRequest::withLastModifiedTimeAfter)
                                        .with(
                                                of(set, 3, this::lateBound),
                                                ListingRequest::withLastModifiedTimeBefore)
                                        .with(
                                                of(set, 4, this::text),
                                                ListingRequest::withNameContains)
                                        .with(
                                                of(set, 5, () -> someJob().status().wireName()),
                                                ListingRequest::withStatusEquals));
    }

    private static <T> Optional<T> of(int set, int member, Supplier<T> value) {
        return (set >> member & 1) == 1 ? Optional.of(value.get()) : Optional.empty();
    }

    /// The earlier of two bounds in most cases: two random bounds would often exclude every job.
    private Instant earlyBound() {
        Instant one = bound();
        Instant other = bound();
        return one.isBefore(other) || random.nextInt(8) == 0 ? one : other;
    }

    private Instant lateBound() {
        Instant one = bound();
        Instant other = bound();
        return one.isAfter(other) || random.nextInt(8) == 0 ? one : other;
    }

    private Instant bound() {
        ProcessingJob job = someJob();
        Instant time = random.nextBoolean() ? job.creationTime() : job.lastModifiedTime();
        return time.plus(pick(DIFFERENCES));
    }

    private String text() {
        if (random.nextInt(6) == 0) {
            return pick(AdversarialTexts.UNLIKE_ANY_NAME);
        }
        String name = someJob().name().value();
        int begin = random.nextInt(name.length());
        int length = 1 + random.nextInt(Math.min(3, name.length() - begin));
        return name.substring(begin, begin + length);
    }

    private ProcessingJob someJob() {
        return pick(jobs);
    }

    private <T> Optional<T> in(int n, Supplier<T> member) {
        return random.nextInt(n) == 0 ? Optional.of(member.get()) : Optional.empty();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
