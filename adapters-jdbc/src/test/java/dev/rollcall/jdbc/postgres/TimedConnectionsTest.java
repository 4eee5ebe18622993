package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.domain.jobs.ProcessingJob;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A caller that takes too long loses its connection, and no other caller does.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimedConnectionsTest {

    private static final Duration LIMIT = Duration.ofMillis(20);
    private static final Duration OVERRUN = Duration.ofMillis(2);

    /// How long a connection has to be idle for the pool to check it before it is lent, and more.
    static final Duration CHECKED_AFTER = Duration.ofSeconds(1);

    private final String url = PostgresServer.newDatabase();

    @Test
    void a_connection_that_is_cut_is_never_lent_again() throws SQLException {
        Set<Integer> servers = new HashSet<>();
        try (var pool = poolOfOne(url);
                var timed = new TimedConnections(pool, OVERRUN)) {
            var lending = timed.lending(LIMIT);
            var random = new Random(1);
            for (int i = 0; i < 50; i++) {
                long begun = System.nanoTime();
                Connection connection = eventually(lending);
                try {
                    servers.add(serverProcess(connection));
                } catch (SQLException e) {
                    assertThat(System.nanoTime() - begun).isGreaterThan(LIMIT.toNanos());
                }
                LockSupport.parkNanos(random.nextLong(2 * LIMIT.toNanos()));
                lending.closeConnection(connection);
            }
        }
        assertThat(servers).as("a new one after each cut").hasSizeGreaterThan(1);
    }

    @Test
    void a_check_that_arrives_byte_by_byte_is_abandoned_and_its_connection_is_not_lost()
            throws Exception {
        try (var proxy = new FaultProxy(PostgresServer.port());
                var pool = poolOfOne(proxy.inFrontOf(url));
                var timed = new TimedConnections(pool, OVERRUN)) {
            var lending = timed.lending(LIMIT);
            pool.setConnectionTimeout(1_000);
            pool.setValidationTimeout(1_000);
            lending.closeConnection(eventually(lending));
            LockSupport.parkNanos(CHECKED_AFTER.toNanos());
            proxy.trickle(TimeUnit.MILLISECONDS.toNanos(500));
            assertThatThrownBy(lending::openConnection).isInstanceOf(SQLException.class);
            proxy.heal();
            lending.closeConnection(eventually(lending));
        }
    }

    private static Connection eventually(ConnectionFactory lending) {
        while (true) {
            try {
                return lending.openConnection();
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void the_drivers_timeout_is_off_while_a_call_has_a_connection_and_on_for_all_else()
            throws SQLException {
        try (var database = PostgresServer.database(url)) {
            int silence = (int) PostgresTimeouts.DEFAULT.read().toMillis();

            assertThat(
                            database.jdbi()
                                    .<Integer, SQLException>withHandle(
                                            TimedConnectionsTest::timeout))
                    .isZero();
            assertThat(
                            database.writing()
                                    .<Integer, SQLException>withHandle(
                                            TimedConnectionsTest::timeout))
                    .isZero();
            assertThat(
                            database.unlimited()
                                    .<Integer, SQLException>withHandle(
                                            TimedConnectionsTest::timeout))
                    .isEqualTo(silence);
            try (var pooled = database.pool().getConnection()) {
                assertThat(pooled.getNetworkTimeout()).isEqualTo(silence);
            }
        }
    }

    private static int timeout(Handle handle) throws SQLException {
        return handle.getConnection().getNetworkTimeout();
    }

    @Test
    void an_export_may_take_longer_than_a_call() {
        var second = Duration.ofSeconds(1);
        var timeouts = new PostgresTimeouts(second, second);
        try (var store = PostgresServer.store(url, timeouts)) {
            var jobs = List.of(job("a").build(), job("b").build());
            store.upsert(jobs);
            List<ProcessingJob> read = new ArrayList<>();
            store.readAll(
                    it -> {
                        LockSupport.parkNanos(timeouts.write().toNanos());
                        read.add(it.job());
                    });
            assertThat(read).isEqualTo(jobs);
        }
    }

    private static HikariDataSource poolOfOne(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(PostgresServer.USER);
        pool.setMaximumPoolSize(1);
        pool.addDataSourceProperty("socketTimeout", "6");
        return pool;
    }

    private static int serverProcess(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
