package dev.rollcall.http.intake;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.Secret;

import java.util.Optional;
import java.util.Set;

/// A key that allows its owner to record jobs.
///
/// @param name who uses the key, for people to read
/// @param secret what a request presents in the header `X-Api-Key`
/// @param accounts whose jobs may be recorded; everybody's if empty
/// @param regions in which regions
public record IntakeKey(
        String name, Secret secret, Optional<Set<AccountId>> accounts, Regions regions) {

    public IntakeKey {
        accounts = accounts.map(Set::copyOf);
    }

    /// Whether jobs of this account and region may be recorded.
    public boolean mayRecord(Scope scope) {
        return accounts.map(own -> own.contains(scope.account())).orElse(true)
                && regions.include(scope.region());
    }
}
