package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Slice;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to the server or to the way there: an answer is whole or none, it comes in
/// time, and once all is well again so is the store.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresFaultsTest {

    private static final PostgresDeadlines SHORT =
            new PostgresDeadlines(Duration.ofSeconds(1), Duration.ofSeconds(1));

    /// What [PostgresDeadlines] allows, and as much again for a machine that is busy.
    private static final Duration IN_TIME = SHORT.patience().plus(SHORT.call()).multipliedBy(2);

    private static final WorkBudget BUDGET = new WorkBudget(100_000, Duration.ofHours(1));

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 100).mapToObj(i -> job("job-%03d".formatted(i)).build()).toList();

    private final String url = PostgresStores.newDatabase();
    private FaultProxy proxy;
    private JdbcStore store;

    @BeforeEach
    void open() throws Exception {
        proxy = new FaultProxy(PostgresStores.port());
        store = JdbcStore.postgres(throughProxy(), PostgresStores.USER, "", SHORT);
        store.keep(JOBS);
    }

    @AfterEach
    void close() throws Exception {
        proxy.heal();
        store.close();
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 1_000, 2_000, 4_000, 6_000, 8_000})
    void a_page_whose_reply_is_cut_is_no_page_at_all(long bytes) {
        proxy.cutRepliesAfter(bytes);
        assertUnavailableInTime(this::list);
        proxy.heal();
        assertThat(list()).isEqualTo(JOBS);
    }

    @Test
    void a_batch_whose_reply_is_cut_is_kept_once_when_it_is_kept_again() {
        List<ProcessingJob> all = new ArrayList<>(JOBS);
        for (int bytes = 0; bytes <= 150; bytes += 10) {
            var batch =
                    List.of(
                            job("late-%03d-a".formatted(bytes)).build(),
                            job("late-%03d-b".formatted(bytes)).build());
            all.addAll(batch);
            proxy.cutRepliesAfter(bytes);
            try {
                store.keep(batch);
            } catch (StorageUnavailable e) {
                proxy.heal();
                assertThat(store.keep(batch)).isIn(0, 2);
            }
            proxy.heal();
        }
        assertThat(list()).isEqualTo(all);
        assertThat(list("late")).isEqualTo(all.subList(JOBS.size(), all.size()));
    }

    @Test
    void a_server_that_falls_silent_is_given_up_in_time() {
        proxy.fallSilent();
        assertUnavailableInTime(this::list);
        assertUnavailableInTime(() -> store.keep(JOBS));
        proxy.heal();
        assertRecovers();
    }

    @Test
    void a_server_that_refuses_is_given_up_in_time() {
        proxy.refuse();
        assertUnavailableInTime(this::list);
        assertUnavailableInTime(() -> store.keep(JOBS));
        proxy.heal();
        assertRecovers();
    }

    @Test
    void a_reply_that_comes_in_pieces_is_waited_for() {
        proxy.slowDown(TimeUnit.MILLISECONDS.toNanos(5));
        assertThat(list()).isEqualTo(JOBS);
    }

    @Test
    void a_page_that_trickles_in_is_given_up_in_time() {
        proxy.trickle(TimeUnit.MILLISECONDS.toNanos(100));
        assertUnavailableInTime(this::list);
        proxy.heal();
        assertRecovers();
    }

    @Test
    void an_acknowledgement_that_trickles_in_is_given_up_in_time() {
        proxy.trickle(TimeUnit.MILLISECONDS.toNanos(100));
        assertUnavailableInTime(() -> store.keep(JOBS));
        proxy.heal();
        assertRecovers();
    }

    @Test
    void a_batch_that_is_not_taken_is_given_up_in_time() {
        var large =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> job("large-%04d".formatted(i)))
                        .map(job -> job.exitMessage("x".repeat(1_000)).build())
                        .toList();
        proxy.stopTakingAfter(10_000);
        assertUnavailableInTime(() -> store.keep(large));
        proxy.heal();
        assertRecovers();
    }

    @Test
    void a_statement_that_waits_for_a_lock_is_given_up_in_time() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE rollcall.job IN ACCESS EXCLUSIVE MODE");
            assertUnavailableInTime(this::list);
            assertUnavailableInTime(() -> store.keep(JOBS));
        }
        assertThat(list()).isEqualTo(JOBS);
    }

    @Test
    void a_caller_that_gets_no_connection_gives_up_in_time() throws SQLException {
        try (var database = PostgresDatabase.open(url, PostgresStores.USER, "", SHORT)) {
            var busy = new JdbcStore(database);
            try (var all = new Connections(database)) {
                assertThat(all.taken()).isNotEmpty();
                assertUnavailableInTime(() -> list(busy, List.of()));
            }
            assertThat(list(busy, List.of())).isEqualTo(JOBS);
        }
    }

    @Test
    void a_store_does_not_open_on_a_server_that_is_not_there() {
        proxy.refuse();
        assertUnavailableInTime(this::openAnother);
    }

    @Test
    void a_store_does_not_open_on_a_server_that_falls_silent() {
        proxy.fallSilent();
        assertUnavailableInTime(this::openAnother);
    }

    /// All connections that a pool has.
    private record Connections(List<Connection> taken) implements AutoCloseable {

        Connections(PostgresDatabase database) {
            this(new ArrayList<>());
            try {
                while (true) {
                    taken.add(database.pool().getConnection());
                }
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("not available");
            }
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private void openAnother() {
        JdbcStore.postgres(throughProxy(), PostgresStores.USER, "", SHORT).close();
    }

    private String throughProxy() {
        return url.replaceFirst(":\\d+/", ":" + proxy.port() + "/");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, PostgresStores.USER, "");
    }

    private static void assertUnavailableInTime(Runnable call) {
        long begun = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOf(StorageUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
    }

    /// By itself, and soon enough for the test not to time out.
    private void assertRecovers() {
        while (true) {
            try {
                assertThat(list()).isEqualTo(JOBS);
                return;
            } catch (StorageUnavailable e) {
                Thread.onSpinWait();
            }
        }
    }

    private List<ProcessingJob> list() {
        return list(store, List.of());
    }

    private List<ProcessingJob> list(String text) {
        return list(store, List.of(new Criterion.NameContains(text)));
    }

    private static List<ProcessingJob> list(JdbcStore store, List<Criterion.Filter> filters) {
        var ordering = new Ordering(SortKey.NAME, SortOrder.ASCENDING);
        var selection = new ListingQuery(SCOPE, filters, ordering).select(Optional.empty(), 500);
        var slice = store.find(selection, BUDGET);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        return slice.jobs();
    }
}
