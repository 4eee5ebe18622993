package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where settings come from, and which are refused. `list` says what it got.
class SettingsTest {

    @TempDir private Path dir;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        H2Store.open(dir.resolve("data")).close();
        file = dir.resolve("rollcall.conf");
        config("data = " + dir.resolve("data"), "max-results = 0");
    }

    private void config(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    @Test
    void the_command_line_goes_before_the_environment_and_that_before_the_file() {
        var variable = Map.of("ROLLCALL_MAX_RESULTS", "-1");

        assertThat(run("list", "--config", file.toString()).err()).contains("MaxResults is 0");
        assertThat(run(variable, "list", "--config", file.toString()).err())
                .contains("MaxResults is -1");
        assertThat(run(variable, "list", "--config", file.toString(), "--max-results", "-2").err())
                .contains("MaxResults is -2");
        assertThat(run(Map.of("ROLLCALL_CONFIG", file.toString()), "list").err())
                .contains("MaxResults is 0");
    }

    @Test
    void comments_and_the_settings_of_other_commands_are_passed_over() throws IOException {
        config("# where", "", "data=" + dir.resolve("data"), "port = 9090", "access-log = true");

        assertThat(run("list", "--config", file.toString()).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "prot = 80, There is no setting, Did you mean 'port'?",
        "--port = 80, There is no setting, Did you mean 'port'?",
        "port, Line 1 of , is not a setting."
    })
    void a_file_with_anything_else_is_refused(String line, String sentence, String hint)
            throws IOException {
        config(line);

        var outcome = run("serve", "--config", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains(sentence, hint).contains("Recommended action: ");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        var outcome = run("list", "--config", dir.resolve("nothing").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("can't be read", "Recommended action: ");
    }

    @Test
    void a_variable_that_no_command_knows_is_refused_with_the_nearest_name() {
        var outcome = run(Map.of("ROLLCALL_PROT", "80"), "list");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("ROLLCALL_PROT. Did you mean ROLLCALL_PORT?", "Recommended action: ");
        assertThat(run(Map.of("ROLLCALL_PROT", "80"), "list", "--help").status()).isZero();
    }

    @Test
    void the_variables_of_a_kubernetes_service_are_ignored_with_a_warning() {
        var environment =
                Map.of(
                        "ROLLCALL_SERVICE_HOST", "10.0.0.1",
                        "ROLLCALL_SERVICE_PORT", "8080",
                        "ROLLCALL_SERVICE_PORT_HTTP", "8080",
                        "ROLLCALL_PORT", "tcp://10.0.0.1:8080",
                        "ROLLCALL_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "ROLLCALL_PORT_8080_TCP_PROTO", "tcp",
                        "ROLLCALL_PORT_8080_TCP_PORT", "8080",
                        "ROLLCALL_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "ROLLCALL_ADMIN_PORT", "tcp://10.0.0.2:9090");

        var outcome = run(environment, "list", "--data", dir.resolve("data").toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .contains("Warning: ROLLCALL_ADMIN_PORT, ROLLCALL_PORT, ROLLCALL_PORT_8080_TCP, ")
                .contains("enableServiceLinks: false");
    }
}
