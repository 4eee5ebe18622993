package dev.rollcall.jdbc.sinner;

import dev.rollcall.mongo.MongoStore;

/// A deliberate sinner: adapters never see each other, those of one port least of all.
public final class StoreThatKnowsAnotherStore {

    void copy() {
        MongoStore.open("mongodb://localhost").close();
    }
}
