package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.StoreFactory;
import dev.rollcall.jdbc.postgres.PostgresServer;

import java.nio.file.Path;

/// The stores of PostgreSQL that the contract runs over.
public final class PostgresStores implements StoreFactory {

    @Override
    public ProcessingJobStore open(Path directory) {
        return PostgresStore.open(PostgresServer.newStore(), PostgresServer.USER, "");
    }
}
