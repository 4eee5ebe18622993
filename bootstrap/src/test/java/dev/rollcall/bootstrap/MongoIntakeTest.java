package dev.rollcall.bootstrap;

import dev.rollcall.cli.storage.StorageSettings;

class MongoIntakeTest extends IntakeContract {

    @Override
    StorageSettings empty() {
        return MongoTestServer.newDatabase();
    }
}
