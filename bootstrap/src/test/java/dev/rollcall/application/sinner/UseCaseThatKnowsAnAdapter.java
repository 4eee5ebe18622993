package dev.rollcall.application.sinner;

import dev.rollcall.jdbc.H2Store;

/// A deliberate sinner: a use case knows ports, not who stands behind them.
public final class UseCaseThatKnowsAnAdapter {

    void list() {
        H2Store.inMemory().close();
    }
}
