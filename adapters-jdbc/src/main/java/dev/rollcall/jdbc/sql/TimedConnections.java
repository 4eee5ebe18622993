package dev.rollcall.jdbc.sql;

import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Lends the connections of a pool, each for a limited time: then it is cut, and whoever waits on
/// it gets an error. The driver's own deadline begins anew with each byte that comes, and it has
/// none for a request that the network does not take.
///
/// The pool checks a connection that was idle before it lends it, with no better a deadline; so
/// another thread than the caller's waits for that.
public final class TimedConnections implements ConnectionFactory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimedConnections.class);

    private final HikariDataSource pool;
    private final Duration limit;

    /// What is lent and not yet cut, with the nano time at which it was lent. Whoever takes a
    /// connection out of here decides what becomes of it: back into the pool, or cut.
    private final Map<Connection, Long> lent = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /// @param limit after which a connection is cut, or at the latest a tenth later
    public TimedConnections(HikariDataSource pool, Duration limit) {
        this.pool = pool;
        this.limit = limit;
        Thread.ofPlatform().daemon().name("rollcall-deadlines").start(this::watch);
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = pooled();
        lent.put(connection, System.nanoTime());
        return connection;
    }

    /// Waits as long as the pool may take to have a connection and to check it, and no longer.
    private Connection pooled() throws SQLException {
        long patience = pool.getConnectionTimeout() + pool.getValidationTimeout();
        var lending = new CompletableFuture<Connection>();
        Thread.startVirtualThread(() -> lend(lending));
        try {
            return lending.orTimeout(patience, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SQLException cause -> throw cause;
                case TimeoutException _ ->
                        throw new SQLTimeoutException(
                                "no connection was found alive in %d ms".formatted(patience), e);
                case null, default -> throw e;
            }
        }
    }

    /// One that comes too late is closed.
    private void lend(CompletableFuture<Connection> lending) {
        try {
            Connection connection = pool.getConnection();
            if (!lending.complete(connection)) {
                closeConnection(connection);
            }
        } catch (SQLException | RuntimeException e) {
            lending.completeExceptionally(e);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (lent.remove(connection) == null) {
            pool.evictConnection(connection);
        }
        connection.close();
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(limit.dividedBy(10).toNanos());
            cutOverdue();
        }
    }

    private void cutOverdue() {
        long now = System.nanoTime();
        lent.forEach(
                (connection, since) -> {
                    if (now - since >= limit.toNanos() && lent.remove(connection, since)) {
                        cut(connection);
                    }
                });
    }

    /// In a thread of its own: to close a TLS socket may have to wait for its writer.
    private void cut(Connection connection) {
        LOG.warn("The database took more than {} s for a call and is given up.", limit.toSeconds());
        try {
            connection.abort(Thread::startVirtualThread);
        } catch (SQLException e) {
            LOG.warn("A connection cannot be cut.", e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
