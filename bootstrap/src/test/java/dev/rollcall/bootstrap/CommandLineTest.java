package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as a person uses it, over a real H2 file.
class CommandLineTest {

    private static final String ARN = "arn:aws:sagemaker:us-east-1:123456789012:processing-job/";

    private static final String TWO_LINES =
            """
            {"ProcessingJobName":"a","ProcessingJobArn":"%1$sa","ProcessingJobStatus":"Completed",\
            "CreationTime":1717200000.5,"ProcessingEndTime":"2024-06-01T01:00:00+00:00"}
            {"ProcessingJobName":"b","ProcessingJobArn":"%1$sb","ProcessingJobStatus":"Failed",\
            "CreationTime":"2024-06-02T00:00:00Z","FailureReason":"no \\ud83d\\ude80"}
            """
                    .formatted(ARN);

    @TempDir private Path dir;

    private Outcome imports(String content) throws IOException {
        Path file = Files.writeString(dir.resolve("jobs"), content);
        return run("import", file.toString(), "--data", data());
    }

    private String data() {
        return dir.resolve("data").toString();
    }

    @Test
    void importing_twice_changes_nothing() throws IOException {
        assertThat(imports(TWO_LINES))
                .isEqualTo(new Outcome(0, line("imported 2, unchanged 0, refused 0"), ""));
        assertThat(imports(TWO_LINES))
                .isEqualTo(new Outcome(0, line("imported 0, unchanged 2, refused 0"), ""));
    }

    @Test
    void a_bad_record_is_reported_with_its_line_and_the_rest_is_kept() throws IOException {
        var outcome =
                imports(
                        """
                        {"ProcessingJobName":"a"}
                        {"ProcessingJobName": broken

                        [1]
                        {"ProcessingJobName":"b","ProcessingJobArn":7}
                        """
                                + TWO_LINES);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo(line("imported 2, unchanged 0, refused 4"));
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .endsWith(
                                                "jobs:1: CreationTime is missing; ProcessingJobArn"
                                                        + " is missing; ProcessingJobStatus is"
                                                        + " missing"),
                        second -> assertThat(second).contains("jobs:2: not JSON: "),
                        fourth -> assertThat(fourth).endsWith("jobs:4: not a JSON object"),
                        fifth -> assertThat(fifth).contains("jobs:5: ProcessingJobArn"));
    }

    @Test
    void a_first_line_that_is_broken_harms_no_other() throws IOException {
        var outcome = imports("{\"ProcessingJobName\":\n" + TWO_LINES);

        assertThat(outcome.out()).isEqualTo(line("imported 2, unchanged 0, refused 1"));
        assertThat(outcome.err()).contains("jobs:1: not JSON");
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

        var outcome = imports(listing);

        assertThat(outcome.out()).isEqualTo(line("imported 2, unchanged 0, refused 1"));
        assertThat(outcome.err()).contains("jobs:10: CreationTime is missing");
        assertThat(run("list", "--data", data(), "--output", "jsonl").out().lines())
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
        Path file = Files.write(dir.resolve("jobs.gz"), bytes.toByteArray());
        Path torn = Files.write(dir.resolve("torn.gz"), cut(bytes.toByteArray()));

        assertThat(run("import", file.toString(), "--data", data()).out())
                .isEqualTo(line("imported 2, unchanged 0, refused 0"));
        var outcome = run("import", torn.toString(), "--data", data());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("torn.gz breaks off: ", "Recommended action: ");
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 12);
    }

    @Test
    void an_older_record_never_overwrites_a_newer_one() throws IOException {
        String record =
                "{\"ProcessingJobName\":\"a\",\"ProcessingJobArn\":\"" + ARN + "a\","
                        + "\"ProcessingJobStatus\":\"%s\",\"CreationTime\":1,"
                        + "\"LastModifiedTime\":%d}\n";
        imports(record.formatted("Completed", 20));

        assertThat(imports(record.formatted("InProgress", 10)).out())
                .isEqualTo(line("imported 0, unchanged 1, refused 0"));
        assertThat(run("list", "--data", data(), "--status-equals", "Completed").out())
                .contains("Completed");
    }

    @Test
    void a_listing_printed_as_json_lines_can_be_imported_again() throws IOException {
        imports(TWO_LINES);
        String printed = run("list", "--data", data(), "--output", "jsonl", "--all").out();

        assertThat(imports(printed).out())
                .isEqualTo(line("imported 0, unchanged 2, refused 0"));
    }

    @Test
    void a_table_is_for_people_and_says_when_there_is_more() throws IOException {
        imports(TWO_LINES);

        assertThat(run("list", "--data", data()).out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME  STATUS      CREATED (UTC)        MODIFIED (UTC)       REASON
                        a     Completed   2024-06-01 00:00:00  2024-06-01 01:00:00
                        b     Failed      2024-06-02 00:00:00  2024-06-02 00:00:00  no \uD83D\uDE80
                        """);
        var first = run("list", "--data", data(), "--max-results", "1").out();
        assertThat(first).contains("There is more: --all, or --next-token ");
        String token = first.strip().substring(first.strip().lastIndexOf(' ') + 1);
        assertThat(
                        run("list", "--data", data(), "--max-results", "1", "--next-token", token)
                                .out())
                .contains("b     Failed")
                .doesNotContain("There is more");
    }

    @Test
    void a_listing_printed_as_json_is_the_answer_an_aws_client_gets() throws IOException {
        imports(TWO_LINES);

        assertThat(run("list", "--data", data(), "--output", "json", "--sort-by", "Name").out())
                .startsWith("{\"ProcessingJobSummaries\":[{\"CreationTime\":1.7172000005E9,")
                .endsWith("]}" + System.lineSeparator());
    }

    @Test
    void filters_are_those_of_the_aws_cli() throws IOException {
        imports(TWO_LINES);

        assertThat(
                        run("list", "--data", data(), "--creation-time-after", "2024-06-01T12:00Z")
                                .out())
                .contains("b     Failed")
                .doesNotContain("Completed");
        assertThat(run("list", "--data", data(), "--creation-time-before", "2024-06-02").out())
                .contains("a     Completed")
                .doesNotContain("Failed");
        var wrong = run("list", "--data", data(), "--sort-by", "Size", "--max-results", "0");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("SortBy is 'Size', and must be one of Name, CreationTime, Status")
                .contains("MaxResults is 0, and must be at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "yesterday", "2024-06-01T25:00:00Z"})
    void a_time_that_is_none_is_told_so(String time) {
        var outcome = run("list", "--data", data(), "--creation-time-after", time);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + time + "' is not a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2m", "fast", "1.5s", "99999999999s"})
    void a_duration_that_is_none_is_told_so(String duration) {
        var outcome = run("list", "--data", data(), "--page-budget", duration);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + duration + "' is not a duration");
    }

    @Test
    void what_cannot_be_honoured_is_one_sentence_and_a_recommended_action() throws IOException {
        assertRefused("There is no storage 'oracle'.", "serve", "--storage", "oracle");
        assertRefused("can't be read", "import", dir.resolve("missing").toString());
        assertRefused("can be reached from outside", "serve", "--host", "0.0.0.0");
        assertRefused("--auth sigv4 needs keys.", "serve", "--auth", "sigv4");
        assertRefused("There is no --auth 'basic'.", "serve", "--auth", "basic");
        assertRefused("mean nothing without --auth sigv4", "serve", "--rate-limit", "5");
        assertRefused("only good together", "serve", "--tls-key", "server.key");
        assertRefused("A limit of 0 or less", "serve", "--max-connections", "0");
        assertRefused("A page budget of 0 or less", "serve", "--page-budget", "0s");
        assertRefused("A page budget of 0 or less", "list", "--page-budget", "-5ms");
        assertRefused("There is no port 70000.", "serve", "--port", "70000");
        Path file = Files.writeString(dir.resolve("file"), "in the way");
        assertRefused("can't be used", "list", "--data", file.toString());
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "Rollcall can't listen on 127.0.0.1:" + taken.getLocalPort(),
                    "serve",
                    "--data",
                    data(),
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void secrets_that_everybody_can_read_are_refused() throws IOException {
        Path keys = Files.writeString(dir.resolve("keys"), "[ada]");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused(
                "are open to everybody on this machine",
                "serve", "--auth", "sigv4", "--access-keys", keys.toString());
        assertRefused(
                "are open to everybody on this machine",
                "list", "--data", data(), "--token-keys", keys.toString());
    }

    @Test
    void token_keys_that_replicas_share_open_each_others_pages() throws IOException {
        imports(TWO_LINES);
        String older = run("token-keys", "new").out();
        String newer = run("token-keys", "new").out();
        Path keys = dir.resolve("shared-keys");
        Files.createFile(
                keys,
                PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keys, older);
        String token = tokenOfFirstPage(keys);

        Files.writeString(keys, "# rotated\n" + newer + older);
        assertThat(nextPage(keys, token).out()).contains("b     Failed");

        Files.writeString(keys, newer);
        assertThat(nextPage(keys, token).err()).contains("The --next-token is refused");
    }

    private String tokenOfFirstPage(Path keys) {
        String page =
                run("list", "--data", data(), "--token-keys", keys.toString(), "--max-results", "1")
                        .out()
                        .strip();
        return page.substring(page.lastIndexOf(' ') + 1);
    }

    private Outcome nextPage(Path keys, String token) {
        return run(
                "list",
                "--data", data(),
                "--token-keys", keys.toString(),
                "--next-token", token);
    }

    @Test
    void compacting_tells_the_sizes_and_loses_nothing() throws IOException {
        imports(TWO_LINES);
        var outcome = run("compact", "--data", data());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("compacted \\d+\\.\\d MB to \\d+\\.\\d MB\\R");
        assertThat(imports(TWO_LINES).out())
                .isEqualTo(line("imported 0, unchanged 2, refused 0"));
    }

    @Test
    void a_directory_without_a_database_is_not_compacted_nor_made() {
        assertRefused("holds no database", "compact", "--data", data());
        assertThat(dir.resolve("data")).doesNotExist();
    }

    @Test
    void a_database_that_is_in_use_is_not_compacted() throws IOException {
        imports(TWO_LINES);
        try (var _ = JdbcStore.h2(dir.resolve("data"))) {
            assertRefused("is in use by another process", "compact", "--data", data());
        }
    }

    @Test
    void an_option_can_come_from_the_environment() {
        var environment = new EnvironmentDefaults(Map.of("ROLLCALL_MAX_RESULTS", "0"));
        var err = new StringWriter();
        Main.commandLine()
                .setDefaultValueProvider(environment)
                .setErr(new PrintWriter(err, true))
                .execute("list", "--data", data());
        assertThat(err.toString()).contains("MaxResults is 0");
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
