package dev.rollcall.jdbc.h2;

import dev.rollcall.jdbc.sql.SqlIndexReaderContract;

class H2IndexReaderTest extends SqlIndexReaderContract {

    H2IndexReaderTest() {
        super(H2Database.inMemory());
    }
}
