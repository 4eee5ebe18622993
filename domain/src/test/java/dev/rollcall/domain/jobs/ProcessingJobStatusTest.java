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
    void statuses_and_their_codes_sort_as_the_wire_names_do() {
        assertThat(ALL).isSortedAccordingTo(Comparator.comparing(ProcessingJobStatus::wireName));
        assertThat(ALL).isSortedAccordingTo(Comparator.comparingInt(ProcessingJobStatus::code));
        assertThat(ALL).extracting(ProcessingJobStatus::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"Completed, 10", "Failed, 20", "InProgress, 30", "Stopped, 40", "Stopping, 50"})
    void a_code_is_what_it_was_when_stores_first_kept_it(String wireName, int code) {
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
