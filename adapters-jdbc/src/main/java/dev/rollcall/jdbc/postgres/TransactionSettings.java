package dev.rollcall.jdbc.postgres;

import static java.util.stream.Collectors.joining;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the server is to do differently in a transaction than it would by itself. A session that
/// belongs to this process keeps what all its transactions have in common. Behind a pooler nothing
/// is set for a session, since the next transaction is in another one, and somebody else's is in
/// this one: there each transaction begins with all of it.
///
/// @param isolation empty if it is that of the session
record TransactionSettings(Optional<String> isolation, List<Setting> settings) {

    /// Where tables are found, and the extension that indexes need.
    private static final Setting SEARCH_PATH =
            new Setting("search_path", PostgresConnections.SCHEMA + ", public");

    /// A parameter of the server.
    record Setting(String name, String value) {

        private String set(boolean locally) {
            return "set_config('%s', '%s', %s)".formatted(name, value, locally);
        }
    }

    /// For reading one snapshot, that of the moment when these are set.
    static TransactionSettings snapshots(PostgresTimeouts timeouts) {
        return limited("REPEATABLE READ", timeouts);
    }

    /// For writing: each row is compared with what is stored when its turn comes, not when the
    /// writer began.
    static TransactionSettings writes(PostgresTimeouts timeouts) {
        return limited("READ COMMITTED", timeouts);
    }

    /// A plan is made for the values at hand, without compiling it and without parallel workers:
    /// either takes longer than most pages. Scanning a whole table is never the better plan, nor is
    /// sorting what an index has in order. Without statistics the planner would do both, because it
    /// takes the jobs for few. New names wait in a short list before they enter the index of texts,
    /// because every search for a text reads that list.
    private static TransactionSettings limited(String isolation, PostgresTimeouts timeouts) {
        return of(
                isolation,
                SEARCH_PATH,
                new Setting("plan_cache_mode", "force_custom_plan"),
                new Setting("jit", "off"),
                new Setting("max_parallel_workers_per_gather", "0"),
                new Setting("enable_seqscan", "off"),
                new Setting("enable_sort", "off"),
                new Setting("enable_incremental_sort", "off"),
                new Setting("statement_timeout", Long.toString(timeouts.statement().toMillis())),
                new Setting("gin_pending_list_limit", "512kB"),
                new Setting("idle_in_transaction_session_timeout", "5min"));
    }

    /// For work that may take any time, such as building an index.
    static TransactionSettings unlimited() {
        return of(
                "READ COMMITTED",
                SEARCH_PATH,
                new Setting("maintenance_work_mem", "256MB"),
                new Setting("statement_timeout", "0"),
                new Setting("idle_in_transaction_session_timeout", "0"));
    }

    private static TransactionSettings of(String isolation, Setting... settings) {
        return new TransactionSettings(Optional.of(isolation), List.of(settings));
    }

    /// What is left to set in a session that keeps others.
    TransactionSettings beyond(TransactionSettings kept) {
        return new TransactionSettings(
                isolation.filter(it -> !kept.isolation.equals(isolation)),
                settings.stream().filter(it -> !kept.settings.contains(it)).toList());
    }

    /// Has a session keep them.
    String forSession() {
        return statements("SET SESSION CHARACTERISTICS AS TRANSACTION", false);
    }

    /// All settings in one statement, since each statement costs both sides as much as a short
    /// query.
    private String statements(String setIsolation, boolean locally) {
        var all =
                settings.stream().map(it -> it.set(locally)).collect(joining(", ", "SELECT ", ""));
        return Stream.concat(
                        isolation.map(it -> setIsolation + " ISOLATION LEVEL " + it).stream(),
                        Stream.of(all).filter(_ -> !settings.isEmpty()))
                .collect(joining("; "));
    }

    /// Has all transactions of a database begin with these settings.
    Jdbi of(Jdbi jdbi) {
        var statements = statements("SET TRANSACTION", true);
        return statements.isEmpty()
                ? jdbi
                : jdbi.setTransactionHandler(
                        new Beginning(jdbi.getTransactionHandler(), statements));
    }

    private static final class Beginning extends DelegatingTransactionHandler {

        private final String statements;

        Beginning(TransactionHandler transactions, String statements) {
            super(transactions);
            this.statements = statements;
        }

        @Override
        public TransactionHandler specialize(Handle handle) throws SQLException {
            return new Beginning(getDelegate().specialize(handle), statements);
        }

        @Override
        public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work)
                throws X {
            return getDelegate()
                    .inTransaction(
                            handle,
                            it -> {
                                it.execute(statements);
                                return work.withHandle(it);
                            });
        }
    }
}
