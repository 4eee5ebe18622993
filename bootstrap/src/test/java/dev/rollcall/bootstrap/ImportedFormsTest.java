package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.ARN;
import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.H2Commands.summary;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// The forms that a file of jobs may have.
class ImportedFormsTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void takes_what_the_aws_cli_prints_for_a_listing_and_for_one_job() throws IOException {
        String listing =
                """
                {
                    "ProcessingJobSummaries": [
                        {
                            "ProcessingJobName": "c",
                            "ProcessingJobArn": "%1$sc",
                            "CreationTime": "2024-06-03T12:00:00.123000+02:00",
                            "LastModifiedTime": "2024-06-03T12:30:00.456000+02:00",
                            "ProcessingJobStatus": "Completed"
                        },
                        {
                            "ProcessingJobName": "d"
                        }
                    ],
                    "NextToken": "abc"
                }
                {
                    "ProcessingInputs": [{"S3Input": {"ProcessingJobName": "no"}}],
                    "ProcessingJobName": "e",
                    "ProcessingResources": {"ClusterConfig": {"InstanceCount": 1}},
                    "ProcessingJobArn": "%1$se",
                    "ProcessingJobStatus": "InProgress",
                    "CreationTime": 1717400000
                }
                """
                        .formatted(ARN);

        var outcome = h2.imports(listing);

        assertThat(outcome.out()).isEqualTo(summary("imported 2, unchanged 0, refused 1"));
        assertThat(outcome.err()).contains("jobs:10: CreationTime is missing");
        assertThat(run("list", "--data", h2.data(), "--output", "jsonl").out().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"LastModifiedTime\":1.717410600456E9");
    }

    @Test
    void takes_gzipped_files() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(TWO_LINES.getBytes(UTF_8));
        }
        Path file = Files.write(h2.dir().resolve("jobs.gz"), bytes.toByteArray());
        Path torn = Files.write(h2.dir().resolve("torn.gz"), cut(bytes.toByteArray()));

        assertThat(run("import", file.toString(), "--data", h2.data()).out())
                .isEqualTo(summary("imported 2, unchanged 0, refused 0"));
        var outcome = run("import", torn.toString(), "--data", h2.data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("torn.gz breaks off in line ", "Recommended action: ");
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 12);
    }

    @Test
    void takes_a_listing_on_a_single_line_however_long_it_is() throws IOException {
        var jobs = TWO_LINES.lines().toList();
        String joined = String.join("," + " ".repeat(3 << 20), jobs);

        assertThat(h2.imports("{\"ProcessingJobSummaries\":[" + joined + "]}"))
                .isEqualTo(new Outcome(0, summary("imported 2, unchanged 0, refused 0"), ""));
    }

    @Test
    void an_object_is_a_listing_whatever_member_comes_first() throws IOException {
        String jobs = String.join(",", TWO_LINES.lines().toList());

        var outcome =
                h2.imports(
                        """
                        {"ResponseMetadata":{"RetryAttempts":0,"NextToken":"no"},
                        "ProcessingJobSummaries":[%s]}
                        """
                                .formatted(jobs));

        assertThat(outcome)
                .isEqualTo(new Outcome(0, summary("imported 2, unchanged 0, refused 0"), ""));
    }

    @Test
    void a_time_without_a_zone_is_said_to_be_read_as_utc() throws IOException {
        var outcome = h2.imports(TWO_LINES.replace("2024-06-02T00:00:00Z", "2024-06-02 00:00:00"));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly("Records with a time without a zone, read as UTC: 1");
        assertThat(run("list", "--data", h2.data()).out()).contains("2024-06-02 00:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n[\n%s\n]", "[%s,\n%2$s]", "  [\n%s,\n%2$s\n]"})
    void a_first_line_that_begins_a_list_begins_a_document(String form) throws IOException {
        var outcome = h2.imports(form.formatted(TWO_LINES.lines().toArray()));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("refused 0");
    }
}
