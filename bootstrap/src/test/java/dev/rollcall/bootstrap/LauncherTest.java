package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The launcher `rollcall`, with a script in the place of Java.
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "rollcall");

    @TempDir private Path home;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    /// A launcher beside a jar that is built.
    @BeforeEach
    void install() throws IOException {
        Files.copy(LAUNCHER, home.resolve("rollcall"), StandardCopyOption.COPY_ATTRIBUTES);
        Path target = Files.createDirectories(home.resolve("bootstrap/target/lib"));
        Files.createFile(target.resolve("rollcall.jar"));
    }

    /// Starts the launcher by a line of shell, with a Java that is this script.
    private Process launch(String line, String java) throws IOException {
        Path jdk = home.resolve("jdk");
        Path program = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/usr/bin/env bash\n" + java);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99\"\n");
        var command = new ProcessBuilder("bash", "-c", line).directory(home.toFile());
        command.environment().put("JAVA_HOME", jdk.toString());
        command.environment().put("ROLLCALL_CACHE", "off");
        return processes.start(command);
    }

    private static String output(Process process) throws IOException {
        return process.inputReader(UTF_8).readAllAsString().strip();
    }

    @Test
    void java_takes_the_place_of_the_launcher_and_so_gets_its_signals() throws Exception {
        var process = launch("exec ./rollcall serve", "echo $$");
        assertThat(output(process)).isEqualTo(String.valueOf(process.pid()));
    }

    @Test
    void arguments_go_in_and_the_status_comes_out_as_they_are() throws Exception {
        var process =
                launch(
                        "exec ./rollcall list --name-contains 'a b' ''",
                        "printf '[%s]' \"$@\"; exit 7");

        assertThat(output(process)).endsWith("[list][--name-contains][a b][]");
        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void a_first_build_leaves_standard_input_to_the_command() throws Exception {
        Path maven = Files.createDirectories(home.resolve("bin-of-maven")).resolve("mvn");
        Files.writeString(maven, "#!/usr/bin/env bash\ncat >&2\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Files.delete(home.resolve("bootstrap/target/lib/rollcall.jar"));

        var process =
                launch(
                        "PATH=$PWD/bin-of-maven:$PATH; echo jobs | ./rollcall import -",
                        "printf 'read: '; cat");

        assertThat(output(process)).isEqualTo("read: jobs");
    }

    /// A server without memory answers nobody, and would not even end when it is asked to.
    @Test
    void java_ends_when_its_memory_does() throws Exception {
        var process = launch("exec ./rollcall serve", "printf '[%s]' \"$@\"");

        assertThat(output(process)).contains("[-XX:+ExitOnOutOfMemoryError]");
    }

    @Test
    void pipes_of_the_shell_are_still_open_in_java() throws Exception {
        var process =
                launch(
                        "./rollcall serve <(echo one) <(echo two)",
                        "cat \"${@: -2:1}\" \"${@: -1}\"");

        assertThat(output(process)).isEqualTo("one\ntwo");
    }
}
