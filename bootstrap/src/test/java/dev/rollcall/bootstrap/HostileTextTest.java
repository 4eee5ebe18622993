package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text that would repaint the screen of whoever looks at it. No command prints it as it is.
class HostileTextTest {

    /// As JSON spells it: clear the screen in two ways, ring, go back, turn the line around.
    private static final String HOSTILE =
            "\\u001b[2J\\u009b2J\\u0007\\r\\n\\t\\u007f\\u202egnp.exe";

    private static final String JOB =
            """
            {"ProcessingJobName":"%1$s","ProcessingJobArn":"%2$s%1$s","ProcessingJobStatus":"%3$s",\
            "CreationTime":1717200000,"FailureReason":"%4$s"}
            """;

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private Path data;

    @BeforeEach
    void importHostileJob() throws IOException {
        data = dir.resolve("data");
        var imported =
                new H2Commands(dir).imports(JOB.formatted("a", H2Commands.ARN, "Failed", HOSTILE));
        assertThat(imported.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list --output json", "list --output jsonl", "export"})
    void a_hostile_message_is_visible(String command) throws Exception {
        String shown = shown((command + " --data " + data).split(" "));
        assertHarmless(shown);
        assertThat(shown).contains("\\u001B[2J\\u009B2J\\u0007\\r\\n\\t\\u007F\\u202Egnp.exe");
    }

    @Test
    void an_export_is_read_back_as_it_was() throws Exception {
        Path exported = dir.resolve("exported");
        shown("export", exported.toString(), "--data", data.toString());
        assertHarmless(Files.readString(exported));

        assertThat(shown("import", exported.toString(), "--data", data.toString()))
                .startsWith("imported 0, unchanged 1, refused 0");
        String other = dir.resolve("other").toString();
        assertThat(shown("import", exported.toString(), "--data", other)).startsWith("imported 1,");
        assertThat(shown("export", "--data", other)).contains(Files.readString(exported).strip());
    }

    @Test
    void a_refused_record_in_a_file_with_a_hostile_name_is_told_of_in_one_line() throws Exception {
        Path file = dir.resolve("a\u001b[2J\nb");
        Files.writeString(file, JOB.formatted("x", H2Commands.ARN, HOSTILE, HOSTILE));
        String shown = shown("import", file.toString(), "--data", data.toString());
        assertHarmless(shown);
        assertThat(shown)
                .contains("a\\u001B[2J\\nb:1: ProcessingJobStatus is '\\u001B[2J\\u009B2J\\u0007");
    }

    @Test
    void a_mistyped_command_and_a_missing_file_are_told_of_in_one_line_each() throws Exception {
        String mistyped = shown("li\u001b[2J\nst");
        assertHarmless(mistyped);
        assertThat(mistyped).startsWith("There is no command 'li\\u001B[2J\\nst'.");

        String missing = shown("import", dir + "/\u001b[2J\n", "--data", data.toString());
        assertHarmless(missing);
        assertThat(missing.lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("/\\u001B[2J\\n can't be read."),
                        second -> assertThat(second).startsWith("Recommended action: "));
    }

    /// What a command prints, on both of its outputs.
    private String shown(String... command) throws Exception {
        var builder = StartedProcesses.rollcall(command).redirectErrorStream(true);
        builder.command().add(1, "-Dstdout.encoding=UTF-8");
        builder.command().add(1, "-Dstderr.encoding=UTF-8");
        var process = processes.start(builder);
        return process.inputReader(UTF_8).readAllAsString();
    }

    private static void assertHarmless(String shown) {
        assertThat(shown.replace(System.lineSeparator(), "\n"))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]");
    }
}
