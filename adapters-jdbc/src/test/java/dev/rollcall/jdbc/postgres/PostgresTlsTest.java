package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Whatever does not arrive in time ends with an error in time, over TLS as well.
class PostgresTlsTest extends PostgresFaults {

    private static EmbeddedPostgres server;

    PostgresTlsTest() {
        super(
                "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=require"
                        .formatted(server.getPort()));
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        var certificate = ServerCertificate.generate(directory);
        server =
                PostgresServer.builder()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", certificate.certificate().toString())
                        .setServerConfig("ssl_key_file", certificate.key().toString())
                        .start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_batch_that_the_network_does_not_accept_is_abandoned_in_time() throws SQLException {
        assertIsOverTls();
        proxy.stopTakingAfter(10_000);
        assertAbandonedUntilHealed(() -> store.upsert(largeBatch()));
    }

    @Test
    void a_server_that_falls_silent_is_abandoned_in_time() {
        proxy.fallSilent();
        assertAbandonedUntilHealed(this::list, () -> store.upsert(JOBS));
    }

    private void assertIsOverTls() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(proxy.inFrontOf(url), PostgresServer.USER, "");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }
}
