package dev.rollcall.jdbc.h2;

import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.result.SearchRow;
import org.h2.table.Column;
import org.h2.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares each index of a database with its table, and rebuilds those that differ.
///
/// It uses H2's engine rather than SQL: so it is certain which index is read, and an index that a
/// constraint needs can be refilled, while SQL could not even drop it. Nobody else may use the
/// database meanwhile.
///
/// @param indexes how many indexes were compared
/// @param entries how many entries they had
/// @param rebuilt the names of those that differed
record IndexCheck(int indexes, long entries, List<String> rebuilt) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexCheck.class);

    /// Checks a database that was not closed, and logs the outcome.
    static Optional<IndexCheck> ifLeftOpen(H2File file, Connection connection) throws SQLException {
        if (!file.wasLeftOpen()) {
            return Optional.empty();
        }
        long begun = System.nanoTime();
        var check = run(connection);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        LOG.atLevel(check.rebuilt.isEmpty() ? Level.INFO : Level.WARN)
                .log(
                        "{} was not closed. Checked {} indexes of {} entries in {} ms;"
                                + " rebuilt: {}.",
                        file.path(),
                        check.indexes,
                        check.entries,
                        millis,
                        check.rebuilt.isEmpty() ? "none" : check.rebuilt);
        return Optional.of(check);
    }

    /// Checks all tables. If the process dies meanwhile, H2 rolls back what was not committed, and
    /// the next check finds the rest.
    static IndexCheck run(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        int indexes = 0;
        long entries = 0;
        List<String> rebuilt = new ArrayList<>();
        for (Table table : tables(session)) {
            for (Index index : secondary(table)) {
                Digest found = Digest.of(entries(index, session), index.getColumns());
                Digest expected = Digest.of(rows(table, session), index.getColumns());
                indexes++;
                entries += found.entries();
                if (!found.equals(expected)) {
                    rebuild(index, table, session);
                    rebuilt.add(index.getName());
                }
            }
        }
        session.commit(false);
        return new IndexCheck(indexes, entries, List.copyOf(rebuilt));
    }

    private static List<Table> tables(SessionLocal session) {
        return session.getDatabase().getAllSchemasNoMeta().stream()
                .flatMap(schema -> schema.getAllTablesAndViews(session).stream())
                .toList();
    }

    /// The indexes that are stored apart from their table.
    static List<Index> secondary(Table table) {
        return table.getIndexes().stream().filter(MVSecondaryIndex.class::isInstance).toList();
    }

    private static void rebuild(Index index, Table table, SessionLocal session) {
        index.truncate(session);
        for (Cursor rows = rows(table, session); rows.next(); ) {
            index.add(session, rows.get());
        }
        session.commit(false);
    }

    private static Cursor rows(Table table, SessionLocal session) {
        return entries(table.getScanIndex(session), session);
    }

    private static Cursor entries(Index index, SessionLocal session) {
        return index.find(session, null, null, false);
    }

    /// A summary of entries in any order: how many there are, and the sum of their hashes.
    private record Digest(long entries, long sum) {

        static Digest of(Cursor cursor, Column[] columns) {
            long entries = 0;
            long sum = 0;
            while (cursor.next()) {
                entries++;
                sum += hash(cursor.getSearchRow(), columns);
            }
            return new Digest(entries, sum);
        }

        /// Scattered, so that two changes do not cancel out in the sum.
        private static long hash(SearchRow row, Column[] columns) {
            long hash = row.getKey();
            for (Column column : columns) {
                hash = Hash.scattered(hash) + row.getValue(column.getColumnId()).hashCode();
            }
            return Hash.scattered(hash);
        }
    }
}
