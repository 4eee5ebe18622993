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

/// Compares each index of a database with its table, and rebuilds those that differ.
///
/// It uses H2's engine rather than SQL: so it is certain which index is read, and an index that a
/// constraint needs can be refilled, while SQL could not even drop it. Nobody else may use the
/// database meanwhile.
///
/// @param compared each index that is there
record IndexCheck(List<ComparedIndex> compared) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexCheck.class);

    IndexCheck {
        compared = List.copyOf(compared);
    }

    /// How many entries were compared.
    long entries() {
        return compared.stream().mapToLong(ComparedIndex::entries).sum();
    }

    /// The names of the indexes that differed from their tables.
    List<String> torn() {
        return compared.stream().filter(it -> !it.agrees()).map(ComparedIndex::index).toList();
    }

    /// Finishes what the process before left half done, rebuilds the indexes that differ, and makes
    /// that durable. Those that are missing stay so.
    ///
    /// If the process dies meanwhile, H2 rolls back what was not committed, and the next check
    /// finds the rest.
    static IndexCheck mend(H2File file, Connection connection) throws SQLException {
        long begun = System.nanoTime();
        int finished = HalfCommits.finish(connection);
        var check = run(connection, true);
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        LOG.atLevel(check.torn().isEmpty() && finished == 0 ? Level.INFO : Level.WARN)
                .log(
                        "Checked {} after an unclean stop, or on request: {} indexes of {} entries"
                                + " in {} ms. Commits finished: {}; indexes rebuilt: {}.",
                        file.path(),
                        check.compared.size(),
                        check.entries(),
                        millis,
                        finished,
                        check.torn().isEmpty() ? "none" : check.torn());
        return check;
    }

    /// Compares, and changes nothing.
    static IndexCheck run(Connection connection) throws SQLException {
        return run(connection, false);
    }

    private static IndexCheck run(Connection connection, boolean rebuilds) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        List<ComparedIndex> compared = new ArrayList<>();
        for (Table table : tables(session)) {
            for (Index index : secondary(table)) {
                var result = compare(index, table, session);
                if (rebuilds && !result.agrees()) {
                    rebuild(index, table, session);
                }
                compared.add(result);
            }
        }
        session.commit(false);
        return new IndexCheck(compared);
    }

    /// Entries that no reader sees count as well: a transaction may have left them that nobody
    /// remembers, and whoever writes the same entry waits for its end.
    private static ComparedIndex compare(Index index, Table table, SessionLocal session) {
        Digest found = Digest.of(entries(index, session), index.getColumns());
        Digest expected = Digest.of(rows(table, session), index.getColumns());
        boolean agrees =
                found.equals(expected)
                        && found.entries() == index.getRowCountApproximation(session);
        return new ComparedIndex(table.getName(), index.getName(), found.entries(), agrees);
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
