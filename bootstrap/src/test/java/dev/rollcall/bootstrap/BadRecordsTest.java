package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.H2Commands.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/// What is wrong with one record of a file harms no other.
class BadRecordsTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void a_bad_record_is_reported_with_its_line_and_the_rest_is_kept() throws IOException {
        var outcome =
                h2.imports(
                        """
                        {"ProcessingJobName":"a"}
                        {"ProcessingJobName": broken

                        [1]
                        {"ProcessingJobName":"b","ProcessingJobArn":7}
                        """
                                + TWO_LINES);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo(summary("imported 2, unchanged 0, refused 4"));
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .endsWith(
                                                "jobs:1: CreationTime is missing; ProcessingJobArn"
                                                        + " is missing; ProcessingJobStatus is"
                                                        + " missing"),
                        second ->
                                assertThat(second)
                                        .endsWith(
                                                "jobs:2: not JSON: 'broken' in line 2, column 23,"
                                                        + " is out of place"),
                        fourth -> assertThat(fourth).endsWith("jobs:4:2: not a JSON object"),
                        fifth -> assertThat(fifth).contains("jobs:5: ProcessingJobArn"));
    }

    @Test
    void a_first_line_that_is_broken_harms_no_other() throws IOException {
        var outcome = h2.imports("{\"ProcessingJobName\":\n" + TWO_LINES);

        assertThat(outcome.out()).isEqualTo(summary("imported 2, unchanged 0, refused 1"));
        assertThat(outcome.err()).contains("jobs:1: breaks off before line 2");
    }

    @Test
    void a_line_that_is_too_long_harms_no_other() throws IOException {
        String tooLong = "{\"x\":\"" + "x".repeat(2 << 20) + "\"}";

        var outcome = h2.imports(TWO_LINES.replaceFirst("\n", "\n" + tooLong + "\n"));

        assertThat(outcome.out()).isEqualTo(summary("imported 2, unchanged 0, refused 1"));
        assertThat(outcome.err()).contains("jobs:2: longer than 2097152 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "number", "name"})
    void a_record_beyond_what_the_parser_reads_harms_no_other(String what) throws IOException {
        String complaint =
                what.equals("deep")
                        ? "nests deeper than 100 levels"
                        : "has a name or a number that is too long";
        String beyond =
                switch (what) {
                    case "deep" -> "{\"x\":" + "[".repeat(600) + "]".repeat(600) + "}";
                    case "number" -> "{\"x\":" + "1".repeat(2_000) + "}";
                    default -> "{\"" + "x".repeat(70_000) + "\":1}";
                };

        var lines = h2.imports(beyond + "\n" + TWO_LINES);
        var document = h2.imports("[\n" + TWO_LINES.replace("\n", ",\n") + beyond + "]");

        assertThat(lines.out()).isEqualTo(summary("imported 2, unchanged 0, refused 1"));
        assertThat(lines.err()).contains("jobs:1: " + complaint);
        assertThat(document.out()).isEqualTo(summary("imported 0, unchanged 2, refused 1"));
        assertThat(document.err()).contains("jobs:4: " + complaint);
    }

    @Test
    void an_object_of_another_kind_is_called_so() throws IOException {
        var outcome =
                h2.imports(
                        """
                        {}
                        {"TrainingJobName":"a","TrainingJobStatus":"Completed"}
                        {"version":"0","detail-type":"SageMaker Training Job State Change",\
                        "detail":{"TrainingJobName":"a"}}
                        """
                                + TWO_LINES);

        assertThat(outcome.out()).isEqualTo(summary("imported 2, unchanged 0, refused 3"));
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        empty ->
                                assertThat(empty)
                                        .contains("jobs:1: neither a job nor a listing of jobs"),
                        other ->
                                assertThat(other)
                                        .contains("jobs:2: neither a job nor a listing of jobs"),
                        event ->
                                assertThat(event)
                                        .contains(
                                                "jobs:3: an event of type 'SageMaker Training Job"
                                                        + " State Change'; only "));
    }
}
