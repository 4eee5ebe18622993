package dev.rollcall.application.sinner;

import dev.rollcall.contract.ReferenceStore;

/// A deliberate sinner: what tests stores is no part of the program.
public final class UseCaseThatKnowsTheTestKit {

    void list() {
        new ReferenceStore().close();
    }
}
