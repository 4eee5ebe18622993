package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.json.JobLines;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Rollcall as a process of its own: started, asked, stopped and started again.
class ProcessTest {

    private static final Pattern READY =
            Pattern.compile(
                    "Rollcall is listening on (http://127\\.0\\.0\\.1:\\d+) \\(storage h2: .*");

    @TempDir private Path dir;

    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private Process rollcall(String... arguments) throws IOException {
        return processes.start(StartedProcesses.rollcall(arguments).redirectErrorStream(true));
    }

    private Process serve(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", data()));
        arguments.addAll(List.of(options));
        return rollcall(arguments.toArray(String[]::new));
    }

    private String data() {
        return dir.resolve("data").toString();
    }

    private static URI ready(BufferedReader output) throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            var ready = READY.matcher(line);
            if (ready.matches()) {
                return URI.create(ready.group(1));
            }
        }
        throw new AssertionError("the process ended without a ready line");
    }

    private static void terminate(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_walk_of_a_hundred_thousand_imported_jobs_survives_a_restart() throws Exception {
        int jobs = 100_000;
        var scope = Scope.of("123456789012", "us-east-1");
        var made = new DemoJobs(scope, Instant.parse("2024-06-01T00:00:00Z"));
        Path file = dir.resolve("jobs.jsonl");
        var export =
                new ExportProcessingJobs(
                        reader ->
                                made.jobs(0, jobs)
                                        .forEach(job -> reader.accept(new JobDescription(job))));
        JobLines.write(export, Files.newOutputStream(file));
        var importing = rollcall("import", file.toString(), "--data", data());
        assertThat(importing.inputReader(UTF_8).readAllAsString())
                .contains("imported 100000, unchanged 0, refused 0");
        assertThat(importing.waitFor()).isZero();

        var seen = new HashSet<String>();
        String token;
        var first = serve();
        try (var client = Clients.of(ready(first.inputReader(UTF_8)), "us-east-1")) {
            var page = client.listProcessingJobs(r -> r.maxResults(100));
            page.processingJobSummaries().forEach(s -> seen.add(s.processingJobName()));
            token = page.nextToken();
        }
        terminate(first);

        var second = serve();
        try (var client = Clients.of(ready(second.inputReader(UTF_8)), "us-east-1")) {
            var rest =
                    client
                            .listProcessingJobsPaginator(r -> r.maxResults(100).nextToken(token))
                            .processingJobSummaries()
                            .stream()
                            .map(ProcessingJobSummary::processingJobName)
                            .toList();
            assertThat(rest).hasSize(jobs - 100).doesNotHaveDuplicates();
            assertThat(seen.addAll(rest)).isTrue();
        }
        assertThat(seen).hasSize(jobs);
        terminate(second);
    }

    @Test
    void a_listing_without_an_order_has_that_of_the_command_line() throws Exception {
        Path file = Files.writeString(dir.resolve("jobs.jsonl"), H2Commands.TWO_LINES);
        assertThat(rollcall("import", file.toString(), "--data", data()).waitFor()).isZero();

        var serving = serve("--default-sort-order", "Descending");
        try (var client = Clients.of(ready(serving.inputReader(UTF_8)), "us-east-1")) {
            assertThat(client.listProcessingJobs(_ -> {}).processingJobSummaries())
                    .extracting(ProcessingJobSummary::processingJobName)
                    .containsExactly("b", "a");
        }
        terminate(serving);
    }

    @Test
    void a_data_directory_belongs_to_one_process() throws Exception {
        var serving = serve();
        ready(serving.inputReader(UTF_8));

        var second = rollcall("list", "--data", data());
        assertThat(second.inputReader(UTF_8).readAllAsString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("is in use by another process"),
                        action -> assertThat(action).startsWith("Recommended action: "));
        assertThat(second.waitFor()).isEqualTo(1);
        terminate(serving);
    }

    @Test
    void the_token_keys_are_readable_by_their_owner_only() throws Exception {
        H2Store.open(dir.resolve("data")).close();

        assertThat(rollcall("list", "--data", data()).waitFor()).isZero();
        assertThat(Files.getPosixFilePermissions(dir.resolve("data/token-keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void an_export_to_standard_output_is_utf_8_whatever_the_terminal_speaks() throws Exception {
        String line =
                """
                {"CreationTime":1.7172E9,"ExitMessage":"\u00E9 \uD83D\uDE80",\
                "LastModifiedTime":1.7172E9,"ProcessingJobArn":\
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/a",\
                "ProcessingJobName":"a","ProcessingJobStatus":"Completed"}
                """;
        Path file = Files.writeString(dir.resolve("jobs.jsonl"), line);
        assertThat(rollcall("import", file.toString(), "--data", data()).waitFor()).isZero();

        var export = rollcall("export", "--data", data());
        assertThat(export.inputReader(UTF_8).readAllAsString())
                .isEqualTo(line + "exported 1" + System.lineSeparator());
        assertThat(export.waitFor()).isZero();
    }
}
