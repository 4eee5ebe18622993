package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// The numbers that rows carry in place of their scope. A scope never changes its number.
public final class ScopeIds {

    private final Jdbi jdbi;
    private final Consumer<HandleConsumer<RuntimeException>> readCommitted;
    private final String insert;
    private final Map<Scope, Integer> known = new ConcurrentHashMap<>();

    /// @param readCommitted runs work in a transaction of that isolation
    /// @param insert inserts an account and a region, unless another writer was faster
    public ScopeIds(
            Jdbi jdbi, Consumer<HandleConsumer<RuntimeException>> readCommitted, String insert) {
        this.jdbi = jdbi;
        this.readCommitted = readCommitted;
        this.insert = insert;
    }

    /// The number of a scope; empty if no job was ever stored in it.
    public Optional<Integer> find(Scope scope) {
        return Optional.ofNullable(known.get(scope)).or(() -> loadAndKeep(scope));
    }

    /// The numbers of the scopes of a batch, and new ones for those that have none.
    public ToIntFunction<Scope> of(Collection<ProcessingJob> batch) {
        var ids =
                batch.stream()
                        .map(ProcessingJob::scope)
                        .distinct()
                        .collect(Collectors.toMap(scope -> scope, this::findOrCreate));
        return ids::get;
    }

    private int findOrCreate(Scope scope) {
        return find(scope).orElseGet(() -> create(scope));
    }

    private Optional<Integer> loadAndKeep(Scope scope) {
        Optional<Integer> id = load(scope);
        id.ifPresent(found -> known.put(scope, found));
        return id;
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

    /// In a transaction of its own: if it were rolled back with a batch, the number would be known
    /// here and nowhere else. Not in a snapshot, which would not show the row of a writer that was
    /// faster.
    private int create(Scope scope) {
        readCommitted.accept(
                handle ->
                        handle.createUpdate(insert)
                                .bind(0, scope.account().value())
                                .bind(1, scope.region().value())
                                .execute());
        return find(scope).orElseThrow();
    }
}
