package dev.rollcall.application.sinner;

import dev.rollcall.jdbc.JdbcStore;

/// A deliberate sinner: a use case knows ports, not who stands behind them.
public final class UseCaseThatKnowsAnAdapter {

    void list() {
        JdbcStore.h2InMemory().close();
    }
}
