package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was acknowledged is there after the server was killed, once and in every order; meanwhile
/// no answer is incomplete, and afterwards the store works again by itself.
class PostgresKillTest {

    private static final int KILLS = 3;
    private static final int WRITERS = 8;

    private static final PostgresTimeouts TIMEOUTS =
            new PostgresTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

    /// Far more than [#TIMEOUTS] allows, for a machine that is busy.
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    private static final WorkBudget BUDGET = new WorkBudget(1_000_000, Duration.ofHours(1));

    /// Written before all others, and ahead of them by name.
    private static final List<ProcessingJob> FIRST =
            IntStream.range(0, 200).mapToObj(i -> job("a-%03d".formatted(i)).build()).toList();

    @TempDir private Path directory;

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_kill_amid_eight_writers_loses_nothing_that_was_acknowledged() throws Exception {
        try (var server = new MortalServer(directory);
                var store = PostgresServer.store(server.url(), TIMEOUTS)) {
            store.upsert(FIRST);
            var writers = IntStream.range(0, WRITERS).mapToObj(i -> new Writer(store, i)).toList();
            Runnable reader = () -> assertThat(page(store)).isEqualTo(FIRST);
            var calls =
                    Stream.concat(Stream.of(reader), writers.stream())
                            .map(call -> new RepeatedCall(call, IN_TIME))
                            .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                calls.forEach(RepeatedCall::awaitProgress);
                server.kill();
                assertUnavailableInTime(() -> page(store));
                assertUnavailableInTime(() -> store.upsert(FIRST));
                server.start();
            }
            calls.forEach(RepeatedCall::awaitProgress);
            calls.forEach(RepeatedCall::stop);
            List<ProcessingJob> all = new ArrayList<>(FIRST);
            writers.forEach(writer -> all.addAll(writer.sent));
            assertEachListed(all, store);
            System.out.printf("%d kills, %d jobs acknowledged; %s%n", KILLS, all.size(), calls);
        }
    }

    /// Writes new jobs and newer records of old ones. A batch that is refused is written again, and
    /// no other one before it is acknowledged.
    private static final class Writer implements Runnable {

        private final ProcessingJobStore store;
        private final int number;
        private final List<ProcessingJob> sent = new ArrayList<>();
        private List<ProcessingJob> batch = List.of();

        Writer(ProcessingJobStore store, int number) {
            this.store = store;
            this.number = number;
        }

        /// A job of an odd number is never written again: if it gets lost, it stays so.
        @Override
        public void run() {
            if (batch.isEmpty()) {
                int next = sent.size();
                batch = new ArrayList<>(List.of(first(next), first(next + 1)));
                if (next > 0) {
                    int old = next / 4 * 2;
                    sent.set(old, newer(sent.get(old)));
                    batch.add(sent.get(old));
                }
                sent.addAll(batch.subList(0, 2));
            }
            store.upsert(batch);
            batch = List.of();
        }

        private ProcessingJob first(int i) {
            return job("job-%d-%06d".formatted(number, i)).created(CREATED.plusMillis(i)).build();
        }

        private static ProcessingJob newer(ProcessingJob old) {
            return job(old.name().value())
                    .created(old.creationTime())
                    .modified(old.lastModifiedTime().plus(Duration.ofDays(5)))
                    .status(ProcessingJobStatus.COMPLETED)
                    .build();
        }
    }

    private static void assertUnavailableInTime(Runnable call) {
        long begun = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOf(StorageUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
    }

    private static List<ProcessingJob> page(ProcessingJobStore store) {
        var ordering = new Ordering(SortKey.NAME, SortOrder.ASCENDING);
        return find(store, select(List.of(), ordering, FIRST.size()));
    }

    /// By each index, and in both directions.
    private static void assertEachListed(List<ProcessingJob> all, ProcessingJobStore store) {
        var modifications =
                all.stream().map(ProcessingJob::lastModifiedTime).sorted().toList().reversed();
        var filters =
                Stream.<List<Criterion.Filter>>of(
                                List.of(),
                                List.of(new Criterion.StatusIs(ProcessingJobStatus.COMPLETED)),
                                List.of(new Criterion.NameContains("-7-00")),
                                List.of(modifiedAfter(CREATED.plus(Duration.ofDays(4)))),
                                List.of(modifiedAfter(modifications.get(100))))
                        .toList();
        for (SortKey key : SortKey.values()) {
            for (SortOrder order : SortOrder.values()) {
                for (var some : filters) {
                    var selection = select(some, new Ordering(key, order), all.size() + 1);
                    assertThat(find(store, selection)).isEqualTo(selection.from(all));
                }
            }
        }
    }

    private static Criterion.Filter modifiedAfter(Instant time) {
        return new Criterion.After(TimeField.LAST_MODIFIED_TIME, time);
    }

    private static Selection select(List<Criterion.Filter> filters, Ordering ordering, int limit) {
        return new ListingQuery(SCOPE, filters, ordering).select(Optional.empty(), limit);
    }

    private static List<ProcessingJob> find(ProcessingJobStore store, Selection selection) {
        var slice = store.find(selection, BUDGET);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        return slice.jobs();
    }
}
