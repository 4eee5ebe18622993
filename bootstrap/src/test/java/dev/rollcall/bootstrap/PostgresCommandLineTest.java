package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.files.PasswordFile;
import dev.rollcall.cli.files.SecretFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The command line as a person uses it, over a real PostgreSQL server.
class PostgresCommandLineTest extends ServerCommandLineContract {

    PostgresCommandLineTest() {
        super("postgres", "--user", PostgresServer.USER);
    }

    @Override
    String emptyDatabase() {
        return PostgresServer.newDatabase();
    }

    @Test
    void the_ready_line_names_the_database_and_no_more() throws IOException {
        String url = PostgresServer.newDatabase();
        var settings = PostgresServer.settings(url + "?sslmode=disable", dir.resolve("keys"));
        assertThat(settings.description()).isEqualTo("postgres: " + url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ada:hunter2hunter2@127.0.0.1/jobs",
                "postgresql://ada:hunter2hunter2@127.0.0.1/jobs",
                "jdbc:postgresql://127.0.0.1/jobs?password=hunter2hunter2",
                "jdbc:postgresql://127.0.0.1/jobs?ssl=true&sslpassword=hunter2hunter2",
                "jdbc:postgresql://127.0.0.1/jobs?user=hunter2hunter2"
            })
    void a_url_that_says_who_logs_in_is_refused_and_not_repeated(String url) {
        assertRefused("The --url names a user or a password", command(url, "list"));
        assertThat(run(command(url, "list")).err()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:mem:jobs", "127.0.0.1/jobs", "postgresql://127.0.0.1/jobs", ""})
    void a_url_of_something_else_is_refused(String url) {
        assertRefused("The --url is not one of PostgreSQL.", command(url, "list"));
    }

    @Test
    void options_of_another_storage_are_refused() {
        String url = "jdbc:postgresql://127.0.0.1/jobs";
        assertRefused("--data does not apply", command(url, "list", "--data", "here"));
        for (String option : List.of("--url", "--user", "--password-file")) {
            assertRefused("do not apply to --storage h2", "list", option, url);
        }
        assertRefused(
                "needs a database and a user", "list", "--storage", "postgres", "--user", "ada");
        assertRefused("needs a database and a user", "list", "--storage", "postgres", "--url", url);
        assertRefused("PostgreSQL compacts by itself", command(url, "compact"));
    }

    @Test
    void a_missing_server_is_reported_without_a_secret() throws IOException {
        Path password = WrittenSecret.of(dir.resolve("password"), SECRET + "\n");
        String url = "jdbc:postgresql://%s/jobs".formatted(nobody());
        String[] command = command(url, "list", "--password-file", password.toString());

        assertRefused("can't be used by postgres: Connection to 127.0.0.1:", command);
        assertThat(run(command).err()).doesNotContain(SECRET);
    }

    @Test
    void serve_waits_for_a_server_that_is_not_there_yet_and_nothing_else_is_waited_for()
            throws IOException {
        String absent = "jdbc:postgresql://%s/jobs".formatted(nobody());
        String[] waiting = {"serve", "--port", "0", "--wait-for-storage", "1s"};

        assertThat(run(command(absent, waiting)).err())
                .startsWith("Waiting up to 1 s for the storage, which is not there yet.")
                .contains("can't be used by postgres: Connection to 127.0.0.1:");
        assertThat(run(command(PostgresServer.url("nowhere"), waiting)).err())
                .doesNotContain("Waiting")
                .contains("database \"nowhere\" does not exist");
        assertThat(run(command(absent, "export", "-")).err())
                .doesNotContain("Waiting")
                .contains("can't be used by postgres: Connection to 127.0.0.1:");
    }

    @Test
    void a_login_that_the_server_refuses_is_reported() {
        assertRefused(
                "can't be used by nobody: FATAL: role \"nobody\" does not exist",
                "export",
                dir.resolve("out").toString(),
                "--storage",
                "postgres",
                "--url",
                PostgresServer.newDatabase(),
                "--user",
                "nobody");
        assertRefused(
                "database \"nowhere\" does not exist",
                command(PostgresServer.url("nowhere"), "import", "-"));
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void a_password_that_everybody_can_read_is_refused() throws IOException {
        Path password = Files.writeString(dir.resolve("password"), SECRET);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        String url = "jdbc:postgresql://127.0.0.1/jobs";

        assertRefused(
                "Everybody on this machine can read the secrets in",
                command(url, "list", "--password-file", password.toString()));
        assertRefused(
                "missing can't be read",
                command(url, "list", "--password-file", dir.resolve("missing").toString()));
    }

    @Test
    void a_line_end_is_no_part_of_a_password() throws IOException {
        for (String end : List.of("", "\n", "\r\n")) {
            Path file = WrittenSecret.of(dir.resolve("password"), " p\nw " + end);
            assertThat(new PasswordFile(new SecretFile(file)).read()).isEqualTo(" p\nw ");
        }
    }
}
