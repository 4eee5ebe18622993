package dev.rollcall.jdbc.postgres;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.SharedJobStore;
import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.TokenSecret;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.SqlStore;
import dev.rollcall.plan.IndexReader;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// A store of jobs in PostgreSQL, which also keeps the token keys of all replicas.
public final class PostgresJobStore extends SqlStore implements SharedJobStore {

    private static final String READ = "SELECT number, added, secret FROM token_key";

    private static final String ADD =
            "INSERT INTO token_key (number, added, secret) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String REMOVE = "DELETE FROM token_key WHERE number = ?";

    private final PostgresDatabase database;

    /// @param observed what each search reads the indexes through
    /// @param observer is told what each search cost
    public PostgresJobStore(
            PostgresDatabase database, UnaryOperator<IndexReader> observed, ObserveScans observer) {
        super(database, observed, observer);
        this.database = database;
    }

    @Override
    public List<SharedTokenKey> readTokenKeys() {
        return SqlErrors.translating(
                () ->
                        database.jdbi()
                                .inTransaction(
                                        handle ->
                                                handle.createQuery(READ)
                                                        .map(
                                                                (row, _) ->
                                                                        new SharedTokenKey(
                                                                                row.getInt(1),
                                                                                Instant
                                                                                        .ofEpochMilli(
                                                                                                row
                                                                                                        .getLong(
                                                                                                                2)),
                                                                                new TokenSecret(
                                                                                        row
                                                                                                .getString(
                                                                                                        3))))
                                                        .list()));
    }

    @Override
    public boolean addTokenKey(SharedTokenKey key) {
        return execute(ADD, key.number(), key.added().toEpochMilli(), key.secret().base64()) == 1;
    }

    @Override
    public void removeTokenKey(SharedTokenKey key) {
        execute(REMOVE, key.number());
    }

    private int execute(String statement, Object... values) {
        return SqlErrors.translating(
                () ->
                        database.writing()
                                .<Integer, RuntimeException>inTransaction(
                                        handle -> handle.execute(statement, values)));
    }
}
