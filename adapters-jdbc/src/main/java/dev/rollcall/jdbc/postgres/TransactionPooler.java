package dev.rollcall.jdbc.postgres;

import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// A pooler between Rollcall and the server that lends a session for a transaction at a time, as
/// PgBouncer does in that mode.
final class TransactionPooler {

    private TransactionPooler() {}

    /// Whether a URL asks the driver to keep no prepared statements in a session, which is how its
    /// users say that there is a pooler.
    static boolean isAskedFor(String url) {
        Properties parameters = Driver.parseURL(url, new Properties());
        return parameters != null
                && "0".equals(PGProperty.PREPARE_THRESHOLD.getOrDefault(parameters));
    }

    /// Whether a connection is in one session now and in another one later.
    static boolean isMetBy(Jdbi jdbi) {
        try (Handle one = jdbi.open()) {
            if (isInSessionOfItsLogin(one)) {
                return false;
            }
            try (Handle other = jdbi.open()) {
                return isMoved(one, List.of(one, other)) || isMoved(one, List.of(other, one));
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /// Whether the process that answers is the one that the driver heard of when it logged in: any
    /// pooler logs in by itself.
    private static boolean isInSessionOfItsLogin(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getBackendPID() == session(handle);
    }

    /// Whether a connection gets the other session after both were in use. One pooler lends first
    /// what came back last, another one what came back first.
    private static boolean isMoved(Handle handle, List<Handle> inOrderOfReturn) {
        inOrderOfReturn.forEach(Handle::begin);
        int before = session(handle);
        inOrderOfReturn.forEach(TransactionPooler::session);
        inOrderOfReturn.forEach(Handle::commit);
        return session(handle) != before;
    }

    private static int session(Handle handle) {
        return handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
    }
}
