package dev.rollcall.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFilesTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void a_process_has_taken_cpu_time_and_memory() throws Exception {
        assertThat(ProcessFiles.seconds(SELF)).isBetween(0.01, 10_000.0);
        assertThat(ProcessFiles.megabytes(SELF)).isBetween(10.0, 10_000.0);
    }

    @Test
    void the_time_of_a_child_counts_when_it_has_ended() throws Exception {
        double before = ProcessFiles.secondsOfChildren();
        String loop = "for ((i = 0; i < 300000; i++)); do :; done";

        assertThat(new ProcessBuilder("bash", "-c", loop).start().waitFor()).isZero();

        assertThat(ProcessFiles.secondsOfChildren()).isGreaterThan(before);
    }

    @Test
    void half_of_the_figures_are_not_below_the_median() {
        var medians = new Medians();
        for (double figure : new double[] {9, 1, 5}) {
            medians.add("a row", figure);
        }

        assertThat(medians.of("a row")).isEqualTo(5);
    }
}
