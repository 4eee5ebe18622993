package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Tests in Python, with boto3 and the fixture for pytest, where both are installed.
class PytestTest {

    private static final Path TESTS = Path.of("src", "test", "clients", "simulate");

    @TempDir private Path cache;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private Process python(String... arguments) throws IOException {
        var command = new ProcessBuilder("python3").redirectErrorStream(true);
        command.command().addAll(List.of(arguments));
        command.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        command.environment().put("RUN_ROLLCALL", rollcall());
        return processes.start(command);
    }

    private static String rollcall() {
        return StartedProcesses.rollcall("serve").command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    }

    @Test
    void tests_that_were_written_for_an_emulator_pass() throws Exception {
        assumeTrue(hasPackages(), "Skipped: there is no python3 with boto3 and pytest.");
        var run =
                python(
                        "-m",
                        "pytest",
                        "-q",
                        "-o",
                        "cache_dir=" + cache,
                        TESTS.toAbsolutePath().toString());
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(output).isZero();
        assertThat(output).contains(" passed");
    }

    private boolean hasPackages() throws InterruptedException {
        try {
            var check = python("-c", "import boto3, pytest");
            boolean ended = check.waitFor(60, TimeUnit.SECONDS);
            if (!ended || check.exitValue() != 0) {
                System.out.println("Skipped: there is no python3 with boto3 and pytest.");
                return false;
            }
            return true;
        } catch (IOException e) {
            System.out.println("Skipped: there is no python3: " + e.getMessage());
            return false;
        }
    }
}
