package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.run;
import static dev.rollcall.bootstrap.StartedProcesses.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;

/// Standard output that takes nothing more: a disk that is full, and a program that has stopped
/// reading.
class LostOutputTest {

    /// More than a pipe holds.
    private static final int JOBS = 2_000;

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    @BeforeEach
    void storeJobs() {
        var made =
                new DemoJobs(
                        Scope.of("123456789012", "us-east-1"),
                        Instant.parse("2024-06-01T00:00:00Z"));
        try (var store = H2Store.open(Path.of(data()))) {
            store.upsert(made.jobs(0, JOBS));
        }
    }

    private String data() {
        return dir.resolve("data").toString();
    }

    private String[] command(String command) {
        return command.replace("DATA", data()).split(" ");
    }

    @ParameterizedTest
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Skipped: only Linux has /dev/full.")
    @ValueSource(
            strings = {
                "--help",
                "list --data DATA",
                "list --data DATA --output json",
                "export --data DATA",
                "import - --data DATA",
                "check --data DATA",
                "compact --data DATA",
                "token-keys new",
                "demo --port 0"
            })
    void a_command_whose_output_meets_a_full_disk_fails_and_says_why(String command)
            throws Exception {
        var process =
                processes.start(rollcall(command(command)).redirectOutput(new File("/dev/full")));
        process.getOutputStream().close();

        assertThat(process.errorReader(UTF_8).readAllAsString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("The output could not be written: "),
                        second -> assertThat(second).startsWith("Recommended action: "));
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export --data DATA",
                "list --all --data DATA",
                "list --all --data DATA --output json"
            })
    void a_command_whose_reader_has_enough_ends_without_a_word(String command) throws Exception {
        var process = processes.start(rollcall(command(command)));

        try (var output = process.getInputStream()) {
            assertThat(output.read()).isNotNegative();
        }

        assertThat(process.errorReader(UTF_8).readAllAsString()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(128 + 13);
        assertThat(run("export", dir.resolve("out").toString(), "--data", data()).err())
                .startsWith("exported " + JOBS);
    }
}
