package dev.rollcall.domain.sinner;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;

/// A deliberate sinner: a rule is told what there is, and asks nobody.
public final class RuleThatKnowsAPort {

    Slice first(Selection selection, FindProcessingJobs store) {
        return store.find(selection, new WorkBudget(1, Duration.ZERO));
    }
}
