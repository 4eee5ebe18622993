package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A store of a hundred jobs whose server or network fails. Once they work again, so does the
/// store.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class PostgresFaults {

    static final PostgresTimeouts SHORT =
            new PostgresTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(1));

    /// Far more than [#SHORT] allows, for a machine that is busy. A fault lasts until it is healed.
    private static final Duration IN_TIME = Duration.ofMinutes(1);

    private static final WorkBudget BUDGET = new WorkBudget(100_000, Duration.ofHours(1));

    static final List<ProcessingJob> JOBS =
            IntStream.range(0, 100).mapToObj(i -> job("job-%03d".formatted(i)).build()).toList();

    final String url;
    FaultProxy proxy;
    ProcessingJobStore store;

    PostgresFaults() {
        this(PostgresServer.newStore());
    }

    PostgresFaults(String url) {
        this.url = url;
    }

    @BeforeEach
    void open() throws Exception {
        proxy = new FaultProxy(URI.create(url.replaceFirst("jdbc:", "")).getPort());
        store = PostgresServer.store(proxy.inFrontOf(url), SHORT);
        store.upsert(JOBS);
    }

    @AfterEach
    void close() throws Exception {
        proxy.heal();
        store.close();
        proxy.close();
    }

    /// Far more than fits into what lies between us and a server that takes nothing.
    static List<ProcessingJob> largeBatch() {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> job("large-%04d".formatted(i)))
                .map(job -> job.exitMessage("x".repeat(1_000)).build())
                .toList();
    }

    static void assertUnavailableInTime(Runnable call) {
        long begun = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOf(StorageUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
    }

    /// Each call is, and once the proxy passes on again, the store answers.
    void assertAbandonedUntilHealed(Runnable... calls) {
        for (var call : calls) {
            assertUnavailableInTime(call);
        }
        proxy.heal();
        assertRecovers();
    }

    /// By itself, and soon enough for the test not to time out.
    void assertRecovers() {
        List<ProcessingJob> jobs = onceRecovered(this::list);
        assertThat(jobs).isEqualTo(JOBS);
    }

    /// What a call returns as soon as the store answers again.
    static <T> T onceRecovered(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (StorageUnavailable e) {
                Thread.onSpinWait();
            }
        }
    }

    List<ProcessingJob> list() {
        return list(store, List.of());
    }

    List<ProcessingJob> list(String text) {
        return list(store, List.of(new Criterion.NameContains(text)));
    }

    static List<ProcessingJob> list(ProcessingJobStore store, List<Criterion.Filter> filters) {
        var ordering = new Ordering(SortKey.NAME, SortOrder.ASCENDING);
        var selection = new ListingQuery(SCOPE, filters, ordering).select(Optional.empty(), 500);
        var slice = store.find(selection, BUDGET);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        return slice.jobs();
    }
}
