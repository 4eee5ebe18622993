package dev.rollcall.jdbc.postgres;

import dev.rollcall.jdbc.sql.SqlIndexReaderContract;

class PostgresIndexReaderTest extends SqlIndexReaderContract {

    PostgresIndexReaderTest() {
        super(PostgresDatabase.open(PostgresServer.newDatabase(), PostgresServer.USER, ""));
    }
}
