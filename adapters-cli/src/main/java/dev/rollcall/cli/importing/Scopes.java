package dev.rollcall.cli.importing;

import dev.rollcall.domain.jobs.Scope;

import java.util.Collection;
import java.util.stream.Collectors;

/// What to call accounts and regions.
final class Scopes {

    /// How many are named before the others are only counted.
    private static final int NAMED = 3;

    private Scopes() {}

    static String names(Collection<Scope> scopes) {
        int others = scopes.size() - NAMED;
        return scopes.stream()
                .limit(NAMED)
                .map(it -> "account %s in %s".formatted(it.account(), it.region()))
                .collect(
                        Collectors.joining(
                                ", ", "", others > 0 ? " and %d more".formatted(others) : ""));
    }
}
