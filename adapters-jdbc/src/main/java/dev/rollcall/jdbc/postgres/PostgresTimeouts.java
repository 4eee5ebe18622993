package dev.rollcall.jdbc.postgres;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How long to wait for a PostgreSQL server.
///
/// @param connect for a connection; then the store counts as unavailable. Whole seconds
/// @param statement for the server's work on a statement. Whole seconds
record PostgresTimeouts(Duration connect, Duration statement) {

    static final PostgresTimeouts DEFAULT =
            new PostgresTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(5));

    /// How long the pool may take to check that a connection is alive. This is part of the time to
    /// connect: a dead connection must be found while there is time for another one.
    Duration validation() {
        return connect.dividedBy(3);
    }

    /// How long a call that reads may hold a connection, however often the server sends something,
    /// and how long the network may be silent. This is longer than a statement, so that the server
    /// reports the first slow statement.
    Duration read() {
        return statement.plusSeconds(1);
    }

    /// How long a call that writes may hold a connection: a few statements, at most one of which is
    /// slow.
    Duration write() {
        return statement.multipliedBy(2);
    }

    /// By how much either may be longer.
    Duration overrun() {
        return statement.dividedBy(10);
    }

    /// The driver's settings for connections whose statements may take long, such as building an
    /// index. `loginTimeout` covers all of connecting: a server may accept and then say nothing.
    Map<String, String> toConnect() {
        return Map.of("loginTimeout", Long.toString(connect.toSeconds()), "tcpKeepAlive", "true");
    }

    Map<String, String> toConnectAndRead() {
        Map<String, String> settings = new HashMap<>(toConnect());
        settings.put("socketTimeout", Long.toString(read().toSeconds()));
        return settings;
    }
}
