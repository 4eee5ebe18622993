package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Lends the connections of a pool, each for a limited time: then it is cut, and the thread that
/// waits on it gets an error. The driver's own timeout starts again with each byte that arrives,
/// and it has none for a request that the network does not accept. It is off while a connection is
/// lent: each answer would begin and end a timer, which wakes a thread of Java's each time, a tenth
/// of the time of a page.
///
/// To cut a connection is to close its socket, one of the [RawSockets]. To abort it is not enough
/// over TLS: that waits until its writer has written, and the network may take nothing. It is all
/// that can be done, though, if the URL names another factory of sockets.
///
/// Before the pool lends a connection that was idle, it checks it, with the driver's timeouts; so a
/// thread other than the caller's waits for the pool.
final class TimedConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimedConnections.class);

    private final HikariDataSource pool;
    private final Duration overrun;

    /// The connections that are lent and not cut. The thread that removes one decides what happens
    /// to it: back into the pool, or cut.
    private final Map<Connection, Loan> lent = new ConcurrentHashMap<>();

    /// A timer for each of them would wake a thread with each call.
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /// How long a connection may be lent, since which nano time, and its socket, if it is known.
    private record Loan(Duration limit, long since, Optional<Socket> socket) {

        boolean isOverdue() {
            return System.nanoTime() - since >= limit.toNanos();
        }
    }

    /// A caller that waits for the pool.
    private static final class Waiting {
        private final CompletableFuture<Connection> lending = new CompletableFuture<>();
        private final long since = System.nanoTime();
    }

    /// @param overrun how long after its time a connection may be cut
    TimedConnections(HikariDataSource pool, Duration overrun) {
        this.pool = pool;
        this.overrun = overrun;
        Thread.ofPlatform().daemon().name("rollcall-deadlines").start(this::watch);
    }

    /// Connections that are cut if they are lent for longer than this.
    ConnectionFactory lending(Duration limit) {
        return new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                Connection connection = pooled();
                var socket = withoutTimer(connection);
                lent.put(connection, new Loan(limit, System.nanoTime(), socket));
                return connection;
            }

            @Override
            public void closeConnection(Connection connection) throws SQLException {
                takeBack(connection);
            }
        };
    }

    /// Waits as long as the pool may take to find a connection and to check it.
    private Connection pooled() throws SQLException {
        var caller = new Waiting();
        waiting.add(caller);
        Thread.startVirtualThread(() -> lend(caller.lending));
        try {
            return caller.lending.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SQLException cause -> throw cause;
                case null, default -> throw e;
            }
        } finally {
            waiting.remove(caller);
        }
    }

    /// A connection that comes too late is closed.
    private void lend(CompletableFuture<Connection> lending) {
        try {
            Connection connection = pool.getConnection();
            if (!lending.complete(connection)) {
                takeBack(connection);
            }
        } catch (SQLException | RuntimeException e) {
            lending.completeExceptionally(e);
        }
    }

    /// The pool sets it again when the connection comes back.
    private Optional<Socket> withoutTimer(Connection connection) throws SQLException {
        try {
            return RawSockets.withoutTimer(connection);
        } catch (SQLException e) {
            pool.evictConnection(connection);
            throw e;
        }
    }

    /// One that was cut is not closed as well: the pool would set the timeout of what it has let
    /// go.
    private void takeBack(Connection connection) throws SQLException {
        if (lent.remove(connection) == null) {
            pool.evictConnection(connection);
        } else {
            connection.close();
        }
    }

    private void watch() {
        while (!closed || !waiting.isEmpty()) {
            LockSupport.parkNanos(overrun.toNanos());
            try {
                cutOverdue();
                giveUpOverdue();
            } catch (RuntimeException e) {
                LOG.error("The limits of calls to the database were not looked at.", e);
            }
        }
    }

    private void giveUpOverdue() {
        long now = System.nanoTime();
        long timeout = pool.getConnectionTimeout() + pool.getValidationTimeout();
        waiting.forEach(
                caller -> {
                    if (now - caller.since >= TimeUnit.MILLISECONDS.toNanos(timeout)) {
                        caller.lending.completeExceptionally(
                                new SQLTimeoutException(
                                        "no connection was found alive in %d ms"
                                                .formatted(timeout)));
                    }
                });
    }

    private void cutOverdue() {
        lent.forEach(
                (connection, loan) -> {
                    if (loan.isOverdue() && lent.remove(connection, loan)) {
                        cut(connection, loan);
                    }
                });
    }

    /// To abort a connection whose socket is not known may take as long as its writer, so this has
    /// a thread of its own.
    private void cut(Connection connection, Loan loan) {
        LOG.warn(
                "The database took more than {} s for a call; its connection is closed.",
                loan.limit().toSeconds());
        try {
            if (loan.socket().isPresent()) {
                loan.socket().get().close();
            }
            connection.abort(Thread::startVirtualThread);
        } catch (IOException | SQLException e) {
            LOG.warn("A connection cannot be cut.", e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
