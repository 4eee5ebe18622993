package dev.rollcall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL that keeps what it has promised, as a server in use does.
public final class PostgresServer {

    private PostgresServer() {}

    /// Starts one.
    ///
    /// @param data where it has its files
    public static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                // Both are off by default, as suits tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // A server that has been in use has files of its log to use again.
                .setServerConfig("wal_init_zero", "off")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }
}
