package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

class ProcessingJobStatusTest {

    private static final List<ProcessingJobStatus> ALL =
            Arrays.asList(ProcessingJobStatus.values());

    @Test
    void codes_sort_as_the_wire_names_do() {
        assertThat(ALL.stream().sorted(Comparator.comparing(ProcessingJobStatus::wireName)))
                .isSortedAccordingTo(Comparator.comparingInt(ProcessingJobStatus::code))
                .extracting(ProcessingJobStatus::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void wire_names_come_in_the_order_of_the_api() {
        assertThat(ProcessingJobStatus.wireNames())
                .containsExactly("InProgress", "Completed", "Failed", "Stopping", "Stopped");
    }

    @ParameterizedTest
    @CsvSource({"Completed, 10", "Failed, 20", "InProgress, 30", "Stopped, 40", "Stopping, 50"})
    void a_code_is_what_stores_already_hold(String wireName, int code) {
        var status = ProcessingJobStatus.ofWireName(wireName).orElseThrow();

        assertThat(status.code()).isEqualTo(code);
        assertThat(ProcessingJobStatus.ofCode(code)).contains(status);
    }

    @Test
    void no_other_code_is_a_status() {
        assertThat(ProcessingJobStatus.ofCode(0)).isEmpty();
        assertThat(ProcessingJobStatus.ofCode(11)).isEmpty();
        assertThat(ALL).allMatch(status -> status.code() > 0 && status.code() < 128);
    }
}
