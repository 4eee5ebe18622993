package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.cli.storage.StorageSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line as a person uses it, over a server that speaks MongoDB's protocol.
class MongoCommandLineTest extends ServerCommandLineContract {

    private MongoServer server;
    private String url;

    MongoCommandLineTest() {
        super("mongo");
    }

    @Override
    String emptyDatabase() {
        return url;
    }

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        url = "mongodb://127.0.0.1:%d/jobs?timeoutMS=60000".formatted(server.bind().getPort());
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://host/jobs, mongodb://host/jobs",
        "mongodb://ada:hunter2@host:1/jobs, mongodb://host:1/jobs",
        "'mongodb://ada:hunter2@one,two/jobs?tls=true', 'mongodb://one,two/jobs'",
        "mongodb+srv://ada:hunter2@host/?authSource=admin, mongodb+srv://host/",
        "mongodb://ada:hun@ter2@host/jobs, mongodb://host/jobs",
        "mongodb://host/jobs?tlsCertificateKeyFilePassword=hunter2, mongodb://host/jobs"
    })
    void the_ready_line_names_the_database_and_no_more(String given, String told) {
        var settings = new StorageSettings.Mongo(given, Optional.empty());
        assertThat(settings.description()).isEqualTo("mongo: " + told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ada:hunter2hunter2@more@127.0.0.1/jobs",
                "postgresql://ada:hunter2hunter2@127.0.0.1/jobs",
                "127.0.0.1/hunter2hunter2"
            })
    void a_url_of_something_else_is_refused_and_not_repeated(String other) {
        assertRefused("The URL of MongoDB is not a connection string.", command(other, "list"));
        assertThat(run(command(other, "list")).err()).doesNotContain(SECRET);
    }

    @Test
    void a_url_that_asks_for_less_than_a_majority_is_refused() {
        assertRefused("something else than w=majority", command(url + "&w=1", "list"));
    }

    @Test
    void options_of_another_storage_are_refused() {
        for (String option : List.of("--data", "--user", "--password-file")) {
            assertRefused("do not apply to --storage mongo", command(url, "list", option, "x"));
        }
        assertRefused("do not apply to --storage h2", "list", "--url", url);
        assertRefused("needs a database", "list", "--storage", "mongo");
        assertRefused("needs a database", command("", "list"));
        assertRefused("MongoDB reuses the free space", command(url, "compact"));
    }

    @Test
    void the_url_can_come_from_the_environment() {
        var environment = Map.of("ROLLCALL_STORAGE", "mongo", "ROLLCALL_URL", url);
        var exported = run(environment, "export", dir.resolve("out").toString());
        assertThat(exported.status()).isZero();
        assertThat(dir.resolve("out")).isEmptyFile();
    }

    @Test
    void a_missing_server_is_reported_without_a_secret() throws IOException {
        String gone = nobody() + "/jobs";
        String[] command =
                command("mongodb://ada:%s@%s?timeoutMS=200".formatted(SECRET, gone), "export");

        assertRefused("The database mongodb://%s can't be used: ".formatted(gone), command);
        assertThat(run(command).err()).doesNotContain(SECRET);
    }
}
