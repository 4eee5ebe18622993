package dev.rollcall.jdbc;

import dev.rollcall.application.SharedJobStore;
import dev.rollcall.contract.TokenKeysContract;
import dev.rollcall.jdbc.postgres.PostgresServer;

class PostgresTokenKeysTest extends TokenKeysContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    protected SharedJobStore open() {
        return PostgresStore.open(url, PostgresServer.USER, "");
    }
}
