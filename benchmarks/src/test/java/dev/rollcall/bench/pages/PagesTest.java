package dev.rollcall.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Each storage has its tables. How long a page takes is not asked.
class PagesTest {

    private static final Pages.Extent LITTLE =
            new Pages.Extent(1_000, 0, 1, Duration.ofMillis(50), List.of(2));

    @ParameterizedTest
    @ValueSource(strings = {"ready", "h2"})
    void every_page_is_answered_beside_a_canned_one(String storage) throws Exception {
        var out = new ByteArrayOutputStream();

        Pages.measure(
                storage,
                LITTLE,
                new OwnClients(),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(storage + ", 1,000 jobs")
                .contains("| canned, 100 rows | ", "| 100 rows, signed | ", "| 2 | canned | ");
    }
}
