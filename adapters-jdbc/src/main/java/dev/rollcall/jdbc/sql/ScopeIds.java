package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers that rows carry in place of their scope. A number, once given, never changes.
public final class ScopeIds {

    private final Jdbi jdbi;
    private final Map<Scope, Integer> known = new ConcurrentHashMap<>();

    public ScopeIds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The number of a scope; empty if no job was ever kept in it.
    public Optional<Integer> find(Scope scope) {
        Optional<Integer> id = Optional.ofNullable(known.get(scope)).or(() -> load(scope));
        id.ifPresent(found -> known.put(scope, found));
        return id;
    }

    /// The number of a scope, a new one if it has none.
    public int findOrCreate(Scope scope) {
        return find(scope).orElseGet(() -> create(scope));
    }

    private Optional<Integer> load(Scope scope) {
        return jdbi.inTransaction(
                handle ->
                        handle.createQuery("SELECT id FROM scope WHERE account = ? AND region = ?")
                                .bind(0, scope.account().value())
                                .bind(1, scope.region().value())
                                .mapTo(Integer.class)
                                .findOne());
    }

    /// In a transaction of its own: were it undone with a batch, the number would be known here and
    /// nowhere else. Whoever finds that another writer was faster takes that one's number.
    private int create(Scope scope) {
        try {
            jdbi.useTransaction(
                    handle ->
                            handle.createUpdate("INSERT INTO scope (account, region) VALUES (?, ?)")
                                    .bind(0, scope.account().value())
                                    .bind(1, scope.region().value())
                                    .execute());
        } catch (UnableToExecuteStatementException e) {
            if (!SqlErrors.hasState(SqlErrors.UNIQUE_VIOLATION, e)) {
                throw e;
            }
        }
        return find(scope).orElseThrow();
    }
}
