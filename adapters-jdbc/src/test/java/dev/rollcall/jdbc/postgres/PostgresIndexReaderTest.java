package dev.rollcall.jdbc.postgres;

import dev.rollcall.jdbc.sql.SqlIndexReaderContract;

class PostgresIndexReaderTest extends SqlIndexReaderContract {

    PostgresIndexReaderTest() {
        super(PostgresServer.database(PostgresServer.newStore()));
    }
}
