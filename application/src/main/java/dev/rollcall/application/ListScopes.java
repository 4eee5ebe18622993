package dev.rollcall.application;

import dev.rollcall.domain.jobs.Scope;

import java.util.List;

/// Use case: names the accounts and regions that a storage has jobs of.
///
/// It looks beyond every scope, so it is for those who own the storage, never for a client.
public final class ListScopes {

    private final ReadScopes store;

    public ListScopes(ReadScopes store) {
        this.store = store;
    }

    /// Each scope with at least one job, by account and then by region.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    public List<Scope> list() {
        return store.readScopes().stream().sorted().toList();
    }
}
