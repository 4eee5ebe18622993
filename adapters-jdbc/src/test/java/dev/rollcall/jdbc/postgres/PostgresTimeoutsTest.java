package dev.rollcall.jdbc.postgres;

import static dev.rollcall.jdbc.postgres.TimedConnectionsTest.CHECKED_AFTER;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Whatever does not arrive in time ends with an error, in time.
class PostgresTimeoutsTest extends PostgresFaults {

    @Test
    void a_server_that_falls_silent_is_abandoned_in_time() {
        proxy.fallSilent();
        assertAbandonedUntilHealed(this::list, () -> store.upsert(JOBS));
    }

    @Test
    void a_server_that_has_been_silent_for_a_while_is_abandoned_in_time() {
        proxy.fallSilent();
        LockSupport.parkNanos(CHECKED_AFTER.toNanos());
        assertAbandonedUntilHealed(this::list);
    }

    @Test
    void a_server_that_refuses_is_abandoned_in_time() {
        proxy.refuse();
        assertAbandonedUntilHealed(this::list, () -> store.upsert(JOBS));
    }

    @Test
    void a_page_that_arrives_byte_by_byte_is_abandoned_in_time() {
        proxy.trickle(TimeUnit.MILLISECONDS.toNanos(100));
        assertAbandonedUntilHealed(this::list);
    }

    @Test
    void an_acknowledgement_that_arrives_byte_by_byte_is_abandoned_in_time() {
        proxy.trickle(TimeUnit.MILLISECONDS.toNanos(100));
        assertAbandonedUntilHealed(() -> store.upsert(JOBS));
    }

    @Test
    void a_batch_that_the_network_does_not_accept_is_abandoned_in_time() {
        proxy.stopTakingAfter(10_000);
        assertAbandonedUntilHealed(() -> store.upsert(largeBatch()));
    }

    @Test
    void a_statement_that_waits_for_a_lock_is_abandoned_in_time() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE rollcall.job IN ACCESS EXCLUSIVE MODE");
            assertUnavailableInTime(this::list);
            assertUnavailableInTime(() -> store.upsert(JOBS));
        }
        assertThat(list()).isEqualTo(JOBS);
    }

    @Test
    void a_call_that_gets_no_connection_fails_in_time() throws SQLException {
        try (var database = PostgresServer.database(url, SHORT)) {
            var busy = new SqlStore(database);
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
        PostgresServer.store(proxy.inFrontOf(url), SHORT).close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, PostgresServer.USER, "");
    }
}
