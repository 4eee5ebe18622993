package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line as a person uses it, over a database server, whichever it is.
abstract class ServerCommandLineContract {

    static final String SECRET = "hunter2hunter2";

    private final String storage;
    private final List<String> login;

    @TempDir Path dir;
    @AutoClose private final Socket taken = new Socket();

    ServerCommandLineContract(String storage, String... login) {
        this.storage = storage;
        this.login = List.of(login);
    }

    /// The URL of an empty database.
    abstract String emptyDatabase();

    /// Some words of a command line, and those that tell it the database.
    String[] command(String url, String... first) {
        var command = new ArrayList<>(List.of(first));
        command.addAll(List.of("--storage", storage, "--url", url));
        command.addAll(login);
        return command.toArray(String[]::new);
    }

    /// `host:port` of a server that is not there. The port is kept, so that no other program gets
    /// it, and nobody listens.
    String nobody() throws IOException {
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return "127.0.0.1:" + taken.getLocalPort();
    }

    @Test
    void jobs_move_from_h2_and_back_without_token_keys() throws IOException {
        var random = new AdversarialJobs(74);
        try (var store = H2Store.open(dir.resolve("first"))) {
            store.upsert(random.jobs(random.scopes(), 48));
        }
        Path before = dir.resolve("before.jsonl");
        Path after = dir.resolve("after.jsonl");
        String url = emptyDatabase();
        run("export", before.toString(), "--data", dir.resolve("first").toString());

        String[] importing =
                command(url, "import", before.toString(), "--max-ahead", H2Commands.UNLIMITED);

        assertThat(run(importing).out()).startsWith("imported 144, unchanged 0, refused 0");
        assertThat(run(importing).out()).startsWith("imported 0, unchanged 144, refused 0");
        assertThat(run(command(url, "export", after.toString())).err()).contains("exported 144");

        assertThat(after).hasSameBinaryContentAs(before);
    }

    @Test
    void replicas_find_the_token_keys_in_the_storage_before_and_after_a_rotation()
            throws IOException {
        String url = emptyDatabase();
        Path jobs = dir.resolve("jobs.jsonl");
        try (var store = H2Store.open(dir.resolve("first"))) {
            store.upsert(List.of(job("a").build(), job("b").build(), job("c").build()));
        }
        run("export", jobs.toString(), "--data", dir.resolve("first").toString());
        run(command(url, "import", jobs.toString()));
        String token = nextToken(url);

        assertThat(run(command(url, "token-keys", "rotate")).out())
                .startsWith("A new key was added, which seals page tokens from ");

        assertThat(nextPage(url, token)).extracting(Outcome::status).isEqualTo(0);
        assertThat(nextPage(url, nextToken(url))).extracting(Outcome::status).isEqualTo(0);
    }

    private String nextToken(String url) {
        String offer = run(command(url, "list", "--max-results", "1")).err().strip();
        return offer.substring(offer.lastIndexOf(' ') + 1);
    }

    private Outcome nextPage(String url, String token) {
        return run(command(url, "list", "--max-results", "1", "--next-token", token));
    }

    @Test
    void a_file_of_token_keys_takes_the_place_of_those_in_the_storage() throws IOException {
        String url = emptyDatabase();
        Path keys = WrittenSecret.tokenKeys(dir);
        assertThat(run(command(url, "list", "--token-keys", keys.toString())))
                .extracting(Outcome::status)
                .isEqualTo(0);
        assertRefused(
                "The token keys of this storage are in the file %s, which people rotate."
                        .formatted(keys),
                command(url, "token-keys", "rotate", "--token-keys", keys.toString()));
    }
}
