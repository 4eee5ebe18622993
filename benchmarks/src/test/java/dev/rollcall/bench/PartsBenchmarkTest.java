package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The parts are those of a full page.
class PartsBenchmarkTest {

    @Test
    void a_page_is_listed_and_written_from_the_middle_on() {
        var benchmark = new PartsBenchmark();
        benchmark.fill();
        try {
            assertThat(benchmark.pageByOneThread()).isGreaterThan(100 * 250);
            assertThat(benchmark.writing()).isGreaterThan(100 * 250);
            assertThat(benchmark.opening()).asString().startsWith("Opened");
            assertThat(benchmark.sealing()).asString().hasSize(196);
        } finally {
            benchmark.close();
        }
    }
}
