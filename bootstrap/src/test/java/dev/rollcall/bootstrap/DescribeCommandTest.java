package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.ARN;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All that is known of a job, into a storage and out of it.
class DescribeCommandTest {

    /// As `aws sagemaker describe-processing-job` prints it.
    private static final String PRINTED =
            """
            {
                "ProcessingInputs": [
                    {
                        "InputName": "in",
                        "AppManaged": false
                    }
                ],
                "ProcessingJobName": "detailed",
                "AppSpecification": {
                    "ImageUri": "image"
                },
                "Environment": {
                    "b": "é",
                    "a": "1"
                },
                "ProcessingJobArn": "%1$sdetailed",
                "ProcessingJobStatus": "InProgress",
                "ProcessingStartTime": "2024-06-03T12:01:00+02:00",
                "LastModifiedTime": "2024-06-03T12:30:00.456000+02:00",
                "CreationTime": "2024-06-03T12:00:00.123000+02:00"
            }
            """
                    .formatted(ARN);

    private static final String DESCRIBED =
            """
            {
                "AppSpecification": {
                    "ImageUri": "image"
                },
                "CreationTime": "2024-06-03T10:00:00.123000+00:00",
                "Environment": {
                    "a": "1",
                    "b": "é"
                },
                "LastModifiedTime": "2024-06-03T10:30:00.456000+00:00",
                "ProcessingInputs": [
                    {
                        "AppManaged": false,
                        "InputName": "in"
                    }
                ],
                "ProcessingJobArn": "%1$sdetailed",
                "ProcessingJobName": "detailed",
                "ProcessingJobStatus": "InProgress",
                "ProcessingStartTime": "2024-06-03T10:01:00+00:00"
            }
            """
                    .formatted(ARN);

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    private Outcome describe(String... arguments) {
        var words = new ArrayList<>(List.of("describe", "--data", h2.data()));
        words.addAll(List.of(arguments));
        return run(words.toArray(String[]::new));
    }

    @Test
    void what_the_aws_cli_prints_of_a_job_is_imported_and_described() throws IOException {
        assertThat(h2.imports(PRINTED).status()).isZero();

        var outcome = describe("detailed");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualToNormalizingNewlines(DESCRIBED);
    }

    @Test
    void what_is_described_is_imported_again_to_the_same() throws IOException {
        h2.imports(DESCRIBED);

        assertThat(describe("detailed").out()).isEqualToNormalizingNewlines(DESCRIBED);
        assertThat(h2.imports(PRINTED).out()).startsWith("imported 0, unchanged 1, refused 0");
    }

    @Test
    void an_export_has_the_details_and_another_storage_imports_them(@TempDir Path other)
            throws IOException {
        h2.imports(H2Commands.TWO_LINES + PRINTED);
        Path file = other.resolve("jobs.jsonl");
        run("export", file.toString(), "--data", h2.data());

        assertThat(Files.readString(file))
                .contains("{\"AppSpecification\":{\"ImageUri\":\"image\"},\"CreationTime\":")
                .doesNotContain("ProcessingResources");
        var copy = new H2Commands(other);
        assertThat(run("import", file.toString(), "--data", copy.data()).out())
                .startsWith("imported 3, unchanged 0, refused 0");
        Path again = other.resolve("again.jsonl");
        run("export", again.toString(), "--data", copy.data());
        assertThat(again).hasSameTextualContentAs(file);
    }

    @Test
    void a_job_that_is_not_there_is_an_error() throws IOException {
        h2.imports(PRINTED);

        Outcome.assertRefused(
                "Could not find requested job with name: Detailed",
                "describe",
                "Detailed",
                "--data",
                h2.data());
        Outcome.assertRefused(
                "Could not find requested job with name: detailed",
                "describe",
                "detailed",
                "--region",
                "eu-west-1",
                "--data",
                h2.data());
        Outcome.assertRefused(
                "ProcessingJobName is 'a_b', and must match",
                "describe",
                "a_b",
                "--data",
                h2.data());
        assertThat(describe().status()).isEqualTo(2);
    }

    @Test
    void the_only_account_and_region_of_a_storage_need_not_be_named() throws IOException {
        h2.imports(PRINTED.replace("us-east-1", "eu-west-3"));

        assertThat(describe("detailed").out()).contains("sagemaker:eu-west-3:123456789012:");
    }
}
