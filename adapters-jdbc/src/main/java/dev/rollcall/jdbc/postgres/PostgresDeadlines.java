package dev.rollcall.jdbc.postgres;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How long to wait for a PostgreSQL server.
///
/// @param patience for a connection, at the most; then the store counts as unavailable. Whole
///   seconds
/// @param statement for the server's work on a statement. Whole seconds
public record PostgresDeadlines(Duration patience, Duration statement) {

    public static final PostgresDeadlines USUAL =
            new PostgresDeadlines(Duration.ofSeconds(3), Duration.ofSeconds(5));

    /// How long the pool may take to see that a connection is alive, which is part of the patience:
    /// one that is dead must be found out while there is time for another one.
    Duration check() {
        return patience.dividedBy(3);
    }

    /// How long the network may stay silent, which is longer: the server should be the first to
    /// speak of a slow statement.
    Duration silence() {
        return statement.plusSeconds(1);
    }

    /// How long a call may hold a connection, however often the server speaks: a few statements, of
    /// which at the most one is slow.
    public Duration call() {
        return statement.multipliedBy(2);
    }

    /// The driver's settings for connections whose statements may take long, as an index does to be
    /// built. `loginTimeout` is for all of it: a server may accept, and say no more.
    Map<String, String> toConnect() {
        return Map.of("loginTimeout", Long.toString(patience.toSeconds()), "tcpKeepAlive", "true");
    }

    Map<String, String> toConnectAndRead() {
        Map<String, String> settings = new HashMap<>(toConnect());
        settings.put("socketTimeout", Long.toString(silence().toSeconds()));
        return settings;
    }
}
