package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenSecret;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A store works with whatever rights it has on a database.
@Timeout(60)
class PostgresRightsTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 50).mapToObj(i -> job("job-%02d".formatted(i)).build()).toList();

    /// The blocks of SQL in the documentation.
    private static final List<String> DOCUMENTED = documented();

    private final String url = PostgresServer.newDatabase();
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    @Test
    void without_the_right_to_create_an_extension_a_store_opens_and_logs_what_gets_slower() {
        String role = "narrow_" + System.nanoTime();
        database.useHandle(
                handle ->
                        handle.createScript(
                                        """
                                        CREATE ROLE %1$s LOGIN;
                                        CREATE SCHEMA rollcall AUTHORIZATION %1$s\
                                        """
                                                .formatted(role))
                                .execute());
        var said = new ByteArrayOutputStream();
        var standard = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (var store = PostgresStore.open(url, role, "")) {
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("WARN", "NameContains", "CREATE EXTENSION pg_trgm");
            assertThat(PostgresServer.indexes(url))
                    .containsExactlyElementsOf(
                            PostgresServer.INDEXES.subList(0, PostgresServer.INDEXES.size() - 1));
            store.upsert(JOBS);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("b-1")))
                    .isEqualTo(JOBS.subList(10, 20));
            PostgresStore.open(url, PostgresServer.USER, "").close();
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("b-1")))
                    .isEqualTo(JOBS.subList(10, 20));
        } finally {
            System.setErr(standard);
        }
    }

    @Test
    void a_role_that_may_only_read_and_write_stores_jobs_one_by_one_and_in_bulk() {
        PostgresStore.open(url, PostgresServer.USER, "").close();
        String role = "writer_" + System.nanoTime();
        documented(1, "rollcall_writer", role);
        try (var store = PostgresStore.open(url, role, "")) {
            store.inBulk(() -> assertThat(store.upsert(JOBS.subList(0, 20))).isEqualTo(20));
            store.inBulk(() -> assertThat(store.upsert(JOBS.subList(10, 40))).isEqualTo(20));
            assertThat(store.upsert(JOBS)).isEqualTo(10);
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
            var described = job("job-00").detail("RoleArn", "\"role\"").describe();
            assertThat(store.upsert(List.of(described), Instant.MAX)).isEqualTo(1);
            assertThat(store.upsert(List.of(described), Instant.MAX)).isZero();
            assertThat(store.read(described.id())).contains(described);
            var key = new SharedTokenKey(1, CREATED, TokenSecret.of(new byte[TokenKey.LENGTH]));
            store.addTokenKey(key);
            store.removeTokenKey(key);
            assertThat(store.readTokenKeys()).isEmpty();
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
        }
    }

    @Test
    void a_role_that_may_create_a_schema_creates_all_there_is() {
        String role = "owner_" + System.nanoTime();
        documented(0, "rollcall", role);
        try (var store = PostgresStore.open(url, role, "")) {
            store.upsert(JOBS);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("b-1")))
                    .isEqualTo(JOBS.subList(10, 20));
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
        }
    }

    /// Runs the statements that the documentation gives, for another role and this database.
    private void documented(int nth, String example, String role) {
        String statements =
                DOCUMENTED
                        .get(nth)
                        .replaceAll("ROLE %s\\b".formatted(example), "ROLE " + role)
                        .replaceAll("TO %s\\b".formatted(example), "TO " + role)
                        .replace("DATABASE jobs", "DATABASE " + url.replaceFirst(".*/", ""));
        assertThat(statements).contains(role);
        database.useHandle(handle -> handle.createScript(statements).execute());
    }

    private static List<String> documented() {
        try {
            String document = Files.readString(Path.of("..", "docs", "storages.md"));
            return Pattern.compile("^ *```sql\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE)
                    .matcher(document)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
