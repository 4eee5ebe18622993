package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Files of secrets that a command is given: who else can read them, and whether they are files.
class SecretsTest {

    private static final String ACCESS_KEYS =
            """
            [ada]
            aws_access_key_id = AKIDADA
            aws_secret_access_key = secret
            account = 111111111111
            """;

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private String data() {
        return dir.resolve("data").toString();
    }

    private String readableByEverybody(String name, String content) throws IOException {
        Path file = Files.writeString(dir.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        return file.toString();
    }

    @Test
    void secrets_that_everybody_can_read_are_refused() throws IOException {
        String sentence = "Everybody on this machine can read the secrets in";
        String keys = readableByEverybody("keys", ACCESS_KEYS);

        assertRefused(sentence, "serve", "--auth", "sigv4", "--access-keys", keys);
        assertRefused(sentence, "serve", "--data", data(), "--token-keys", keys);
    }

    @Test
    void secrets_that_everybody_can_read_are_taken_if_that_is_allowed() throws IOException {
        H2Store.open(Path.of(data())).close();
        String keys = readableByEverybody("keys", TokenKeyFile.newLine());
        String[] list = {"list", "--data", data(), "--token-keys", keys};

        assertThat(run(list).status()).isEqualTo(1);
        assertThat(run(Map.of("ROLLCALL_ALLOW_READABLE_SECRETS", "true"), list).status()).isZero();
        assertThat(run("list", "--allow-readable-secrets", "--data", data(), "--token-keys", keys))
                .extracting(Outcome::status)
                .isEqualTo(0);
    }

    @Test
    void a_server_takes_mounted_secrets_if_that_is_allowed() throws Exception {
        var pem = PemPair.in(dir, "server");
        Files.setPosixFilePermissions(pem.key(), PosixFilePermissions.fromString("r--r--r--"));
        var serving =
                processes.start(
                        StartedProcesses.rollcall(
                                "serve",
                                "--port=0",
                                "--data=" + data(),
                                "--allow-readable-secrets",
                                "--auth=sigv4",
                                "--access-keys=" + readableByEverybody("keys", ACCESS_KEYS),
                                "--tls-certificate=" + pem.certificate(),
                                "--tls-key=" + pem.key()));

        assertThat(serving.inputReader(UTF_8).readLine())
                .startsWith("Rollcall is listening on https://127.0.0.1:");
    }

    @Test
    void a_directory_is_no_file_of_secrets() {
        assertRefused(
                dir + " is a directory, not a file of secrets.",
                "serve",
                "--auth",
                "sigv4",
                "--access-keys",
                dir.toString());
    }

    @Test
    void secrets_may_come_through_pipes_that_a_shell_makes() throws Exception {
        var pem = PemPair.in(dir, "server");
        var serving =
                processes.start(
                        inShell(
                                "exec \"$@\" --tls-key <(cat '%s') --token-keys <(echo '%s') \\\n"
                                                .formatted(pem.key(), TokenKeyFile.newLine())
                                        + "--access-keys <(echo '%s')".formatted(ACCESS_KEYS),
                                "serve",
                                "--port=0",
                                "--data=" + data(),
                                "--auth=sigv4",
                                "--tls-certificate=" + pem.certificate()));

        assertThat(serving.inputReader(UTF_8).readLine())
                .startsWith("Rollcall is listening on https://127.0.0.1:");
    }

    /// A shell that runs this script, whose arguments are a command of Rollcall.
    private static ProcessBuilder inShell(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(StartedProcesses.rollcall(arguments).command());
        return new ProcessBuilder(command);
    }
}
