package dev.rollcall.domain.jobs;

import java.util.Comparator;

/// Where a job belongs: one account in one region. Job names are unique within a scope, and a
/// listing never looks beyond one.
public record Scope(AccountId account, Region region) implements Comparable<Scope> {

    private static final Comparator<Scope> ORDER =
            Comparator.comparing(Scope::account).thenComparing(Scope::region);

    /// The scope of an account and a region that are known to be well-formed.
    ///
    /// @throws IllegalArgumentException if either is not
    public static Scope of(String account, String region) {
        return new Scope(new AccountId(account), new Region(region));
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }
}
