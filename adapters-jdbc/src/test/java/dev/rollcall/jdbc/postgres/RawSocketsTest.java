package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The socket of a connection is found, if it is one of ours.
class RawSocketsTest {

    private final String url = PostgresServer.newDatabase();

    @Test
    void each_connection_of_the_pool_has_its_socket() throws SQLException, IOException {
        try (var pool = pool(url);
                var one = pool.getConnection();
                var other = pool.getConnection()) {
            RawSockets.withoutTimer(one).orElseThrow().close();
            assertThatThrownBy(() -> ask(one)).isInstanceOf(SQLException.class);
            ask(other);
        }
    }

    @Test
    void the_socket_is_still_found_after_a_statement_was_cancelled() throws SQLException {
        try (var pool = pool(url);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            var socket = RawSockets.withoutTimer(connection);
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(300)"))
                    .hasMessageContaining("cancel");
            assertThat(RawSockets.withoutTimer(connection)).isEqualTo(socket).isPresent();
        }
    }

    @Test
    void a_connection_of_another_factory_has_no_known_socket() throws SQLException {
        try (var connection = DriverManager.getConnection(url, PostgresServer.USER, "")) {
            assertThat(RawSockets.withoutTimer(connection)).isEmpty();
        }
    }

    @Test
    void a_factory_that_the_url_names_is_the_one_that_is_used() {
        assertThatThrownBy(() -> pool(url + "?socketFactory=example.Sockets").close())
                .hasRootCauseMessage("example.Sockets");
    }

    private static HikariDataSource pool(String url) {
        return PostgresServer.connections(url, PostgresTimeouts.DEFAULT).pool();
    }

    private static void ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }
}
