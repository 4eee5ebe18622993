package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A server that asks for a password, and a password that changes.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresPasswordTest {

    /// Where the driver looks for passwords, before the variable `PGPASSFILE`.
    private static final String PASSWORDS = "org.postgresql.pgpassfile";

    private static final List<ProcessingJob> JOBS = List.of(job("a").build());

    @TempDir private Path dir;
    private MortalServer server;
    private Jdbi database;

    @BeforeEach
    void start() throws IOException {
        Path data = dir.resolve("data");
        server = new MortalServer(data);
        database = Jdbi.create(server.url(), PostgresServer.USER, "");
        database.useHandle(
                handle ->
                        handle.execute("CREATE ROLE ada LOGIN SUPERUSER PASSWORD 'the first one'"));
        Path rules = data.resolve("pg_hba.conf");
        Files.writeString(
                rules, "host all ada 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        server.kill();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_password_that_changes_is_read_again_for_each_new_connection() {
        var password = new AtomicReference<>(Optional.of("the first one"));
        try (var store = PostgresStore.open(server.url(), "ada", password::get)) {
            store.upsert(JOBS);
            database.useHandle(
                    handle -> {
                        handle.execute("ALTER ROLE ada PASSWORD 'the second one'");
                        handle.execute(
                                """
                                SELECT pg_terminate_backend(pid, 10000)
                                FROM pg_stat_activity WHERE usename = 'ada'\
                                """);
                    });
            assertThatThrownBy(() -> StoredJobs.in(store)).isInstanceOf(StorageUnavailable.class);
            password.set(Optional.of("the second one"));
            while (!lists(store)) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean lists(ProcessingJobStore store) {
        try {
            return StoredJobs.in(store).equals(JOBS);
        } catch (StorageUnavailable e) {
            return false;
        }
    }

    @Test
    void without_a_password_the_file_of_passwords_is_asked() throws IOException {
        Path passwords = dir.resolve("pgpass");
        Files.writeString(passwords, "127.0.0.1:*:postgres:ada:the first one\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> PostgresStore.open(server.url(), "ada", Optional::empty))
                .hasStackTraceContaining("no password was provided");
        System.setProperty(PASSWORDS, passwords.toString());
        try (var store = PostgresStore.open(server.url(), "ada", Optional::empty)) {
            store.upsert(JOBS);
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
        } finally {
            System.clearProperty(PASSWORDS);
        }
    }
}
