package dev.rollcall.jdbc.h2;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.table.Table;

import java.sql.SQLException;

/// Takes all jobs out of H2's table and leaves them in its indexes: whatever is found then was not
/// read from the table.
final class EmptiedTable {

    private EmptiedTable() {}

    static void in(H2Database database) throws SQLException {
        try (var connection = database.pool().getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            Table jobs = session.getDatabase().getSchema("PUBLIC").getTableOrView(session, "JOB");
            jobs.getScanIndex(session).truncate(session);
            session.commit(false);
        }
    }
}
