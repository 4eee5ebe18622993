package dev.rollcall.http.sinner;

import dev.rollcall.jdbc.H2Store;

/// A deliberate sinner: adapters never see each other.
public final class ServerThatKnowsAStore {

    void answer() {
        H2Store.inMemory().close();
    }
}
