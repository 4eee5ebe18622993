package dev.rollcall.jdbc.postgres;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

import java.sql.SQLException;

/// What is set at the beginning of each transaction, and ends with it. Nothing is set for a
/// session: behind a pooler the next transaction is in another one, and somebody else's is in this
/// one.
///
/// @param statements `SET LOCAL` and the like
record TransactionSettings(String statements) {

    /// Where tables are found, and the extension that indexes need.
    private static final String SEARCH_PATH =
            "SET LOCAL search_path = " + PostgresConnections.SCHEMA + ", public";

    /// For reading one snapshot, which the first read takes.
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
        return new TransactionSettings(
                """
                SET TRANSACTION ISOLATION LEVEL %s;
                %s;
                SET LOCAL plan_cache_mode = force_custom_plan;
                SET LOCAL jit = off;
                SET LOCAL max_parallel_workers_per_gather = 0;
                SET LOCAL enable_seqscan = off;
                SET LOCAL enable_sort = off;
                SET LOCAL enable_incremental_sort = off;
                SET LOCAL statement_timeout = %d;
                SET LOCAL gin_pending_list_limit = '512kB';
                SET LOCAL idle_in_transaction_session_timeout = '5min'\
                """
                        .formatted(isolation, SEARCH_PATH, timeouts.statement().toMillis()));
    }

    /// For work that may take any time, such as building an index.
    static TransactionSettings unlimited() {
        return new TransactionSettings(
                """
                SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
                %s;
                SET LOCAL maintenance_work_mem = '256MB';
                SET LOCAL statement_timeout = 0;
                SET LOCAL idle_in_transaction_session_timeout = 0\
                """
                        .formatted(SEARCH_PATH));
    }

    /// Has all transactions of a database begin with these settings.
    Jdbi of(Jdbi jdbi) {
        return jdbi.setTransactionHandler(new Setting(jdbi.getTransactionHandler(), statements));
    }

    private static final class Setting extends DelegatingTransactionHandler {

        private final String statements;

        Setting(TransactionHandler transactions, String statements) {
            super(transactions);
            this.statements = statements;
        }

        @Override
        public TransactionHandler specialize(Handle handle) throws SQLException {
            return new Setting(getDelegate().specialize(handle), statements);
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
