package dev.rollcall.bootstrap;

import java.util.List;

class PostgresFieldFilesTest extends FieldFilesContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    List<String> storage() {
        return List.of("--storage", "postgres", "--url", url, "--user", PostgresServer.USER);
    }
}
