package dev.rollcall.jdbc.sql;

import dev.rollcall.contract.IndexReaderContract;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.IndexReader;

import org.junit.jupiter.api.AfterAll;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// The contract of index readers on an SQL database.
public abstract class SqlIndexReaderContract extends IndexReaderContract {

    private final Database database;

    protected SqlIndexReaderContract(Database database) {
        this.database = database;
    }

    @Override
    protected void write(List<ProcessingJob> jobs) {
        new SqlStore(database).upsert(jobs);
    }

    @Override
    protected void read(Selection selection, Consumer<IndexReader> work) {
        var scope = selection.scope();
        int scopeId = database.scopeIds().find(scope).orElseThrow();
        database.unlimited()
                .useTransaction(
                        handle ->
                                work.accept(
                                        new SqlIndexReader(
                                                handle, database.dialect(), scope, scopeId)));
    }

    @AfterAll
    void close() throws SQLException {
        database.close();
    }
}
