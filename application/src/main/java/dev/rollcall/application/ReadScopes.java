package dev.rollcall.application;

import dev.rollcall.domain.jobs.Scope;

import java.util.Set;

/// Driven port: reads which accounts and regions the store has jobs of.
@FunctionalInterface
public interface ReadScopes {

    /// Each scope in which at least one job is stored.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    Set<Scope> readScopes();
}
