package dev.rollcall.cli.importing;

import dev.rollcall.cli.output.ScopeText;
import dev.rollcall.domain.jobs.Scope;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Whether the pages of listings that a run reads, from all its files and in any order, are whole
/// walks. A page with a token has a successor, but does not say which; so a walk of an account and
/// region counts as whole if one of its pages has none.
final class Walks {

    private final Set<Scope> goingOn = new LinkedHashSet<>();
    private final Set<Scope> ended = new HashSet<>();

    /// Pages without jobs, which may belong to any walk.
    private boolean emptyGoesOn;

    private int emptyEnds;

    /// @param of whose jobs the page has; empty if it has none
    void page(Optional<Scope> of, boolean goesOn) {
        if (goesOn) {
            of.ifPresentOrElse(goingOn::add, () -> emptyGoesOn = true);
        } else {
            of.ifPresentOrElse(ended::add, () -> emptyEnds++);
        }
    }

    /// What to call the walks whose last page was not read; empty if there is none.
    Optional<String> open() {
        var open = new LinkedHashSet<>(goingOn);
        open.removeAll(ended);
        if (open.size() > emptyEnds) {
            return Optional.of("the listing of " + ScopeText.of(open));
        }
        boolean nothingEnds = ended.isEmpty() && emptyEnds == 0;
        return emptyGoesOn && nothingEnds ? Optional.of("the listing") : Optional.empty();
    }
}
