package dev.rollcall.bootstrap;

import java.util.List;

class H2FieldFilesTest extends FieldFilesContract {

    @Override
    List<String> storage() {
        return List.of("--data", dir.resolve("data").toString());
    }
}
