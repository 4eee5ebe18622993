package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A data directory that cannot be used: why, and what helps.
class UnusableDataTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void a_damaged_database_is_called_so_and_an_export_helps() throws IOException {
        h2.imports(TWO_LINES);
        Path file = Path.of(h2.data(), "rollcall.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 8192, (byte) 'x');
        Files.write(file, bytes);

        for (String command : new String[] {"list", "export", "compact", "serve"}) {
            assertRefused("The database is damaged: ", command, "--data", h2.data());
        }
        assertThat(run("list", "--data", h2.data()).err()).contains("import an export");
        assertThat(run("check", "--data", h2.data()).out())
                .containsPattern("indexes +WRONG +The database is damaged: ")
                .containsPattern("Recommended action: .*import an export");
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_what_the_database_says() throws IOException {
        Path data = Files.createDirectories(Path.of(h2.data()));
        Files.writeString(data.resolve("rollcall.mv.db"), "no database");

        assertRefused("can't be used: IO Exception: ", "list", "--data", h2.data());
    }

    @Test
    void a_name_that_the_database_cannot_take_is_refused() {
        assertRefused("takes what follows a ';'", "serve", "--data", h2.data() + ";b");
    }

    @Test
    void a_directory_that_cannot_be_made_is_refused_with_the_reason() throws IOException {
        Path file = Files.writeString(h2.dir().resolve("file"), "in the way");

        assertRefused(
                "can't be used: FileSystemException: ",
                "serve",
                "--data",
                file.resolve("data").toString());
    }
}
