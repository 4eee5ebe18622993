package dev.rollcall.bootstrap;

import dev.rollcall.cli.storage.StorageSettings;

class PostgresIntakeTest extends IntakeContract {

    @Override
    StorageSettings empty() {
        return PostgresServer.settings(PostgresServer.newDatabase());
    }
}
