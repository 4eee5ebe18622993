package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.H2Commands.summary;
import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// A file is compacted for who asks, if nobody has it open.
class CompactCommandTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void compacting_tells_the_sizes_and_loses_nothing() throws IOException {
        h2.imports(TWO_LINES);
        var outcome = run("compact", "--data", h2.data());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("compacted \\d+\\.\\d MB to \\d+\\.\\d MB\\R");
        assertThat(h2.imports(TWO_LINES).out())
                .isEqualTo(summary("imported 0, unchanged 2, refused 0"));
    }

    @Test
    void a_directory_without_a_database_is_not_compacted_nor_made() {
        assertRefused("holds no database", "compact", "--data", h2.data());
        assertThat(h2.dir().resolve("data")).doesNotExist();
    }

    @Test
    void a_database_that_is_in_use_is_not_compacted() throws IOException {
        h2.imports(TWO_LINES);
        try (var _ = H2Store.open(h2.dir().resolve("data"))) {
            assertRefused("is in use by another process", "compact", "--data", h2.data());
        }
    }
}
