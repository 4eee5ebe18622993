package dev.rollcall.http.sinner;

import dev.rollcall.jdbc.JdbcStore;

/// A deliberate sinner: adapters never see each other.
public final class ServerThatKnowsAStore {

    void answer() {
        JdbcStore.h2InMemory().close();
    }
}
