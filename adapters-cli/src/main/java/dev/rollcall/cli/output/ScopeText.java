package dev.rollcall.cli.output;

import dev.rollcall.domain.jobs.Scope;

import java.util.Collection;
import java.util.stream.Collectors;

/// Accounts and regions in words.
public final class ScopeText {

    /// How many are named before the others are only counted.
    private static final int NAMED = 3;

    private ScopeText() {}

    public static String of(Scope scope) {
        return "account %s in %s".formatted(scope.account(), scope.region());
    }

    /// The first of these by name, and how many more there are.
    public static String of(Collection<Scope> scopes) {
        String named =
                scopes.stream().limit(NAMED).map(ScopeText::of).collect(Collectors.joining(", "));
        int others = scopes.size() - NAMED;
        return others > 0 ? "%s and %d more".formatted(named, others) : named;
    }
}
