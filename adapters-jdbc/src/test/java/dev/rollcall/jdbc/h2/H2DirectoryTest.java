package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a process can rely on that opens a directory with a database.
class H2DirectoryTest {

    private static final ProcessingJob JOB = job("one").build();

    @TempDir private Path directory;

    @Test
    void a_reopened_database_has_every_job() {
        var jobs = new AdversarialJobs(1).jobs(List.of(SCOPE), 48);
        try (var store = H2Store.open(directory)) {
            store.upsert(jobs);
        }
        try (var store = H2Store.open(directory)) {
            assertThat(StoredJobs.in(store)).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(store.upsert(jobs)).isZero();
        }
    }

    @Test
    void a_missing_directory_is_created_with_its_parents() {
        Path deep = directory.resolve("not/yet there");
        try (var store = H2Store.open(deep)) {
            store.upsert(List.of(JOB));
        }
        assertThat(deep.resolve("rollcall.mv.db")).isRegularFile();
    }

    @Test
    void a_closed_store_leaves_nothing_but_the_database_in_its_directory() {
        try (var store = H2Store.open(directory)) {
            store.upsert(List.of(JOB));
        }
        assertThat(directory).isDirectoryContaining(file -> file.endsWith("rollcall.mv.db"));
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void a_database_that_another_process_has_open_is_in_use() throws Exception {
        Process other = HoldingProcess.open(directory);
        try {
            assertThatExceptionOfType(StorageInUse.class).isThrownBy(() -> H2Store.open(directory));
        } finally {
            HoldingProcess.end(other);
        }
        try (var store = H2Store.open(directory)) {
            assertThat(StoredJobs.in(store)).containsExactly(HoldingProcess.JOB);
        }
    }

    @Test
    void a_database_that_another_store_of_this_process_has_open_is_in_use() {
        try (var store = H2Store.open(directory)) {
            assertThatExceptionOfType(StorageInUse.class).isThrownBy(() -> H2Store.open(directory));
            assertThat(store.upsert(List.of(JOB))).isEqualTo(1);
        }
        try (var store = H2Store.open(directory)) {
            assertThat(StoredJobs.in(store)).containsExactly(JOB);
        }
    }

    @Test
    void a_file_that_is_no_database_is_unsuitable() throws IOException {
        Files.writeString(directory.resolve("rollcall.mv.db"), "not a database".repeat(1000));
        assertUnsuitable(directory, "The database is damaged: ");
    }

    @Test
    void a_directory_that_cannot_be_created_is_unavailable() throws IOException {
        Path below = Files.createFile(directory.resolve("file")).resolve("below");
        assertThatThrownBy(() -> H2Store.open(below))
                .isExactlyInstanceOf(StorageUnavailable.class)
                .hasCauseInstanceOf(Exception.class);
    }

    @Test
    void a_directory_whose_name_contains_settings_is_unsuitable() {
        assertUnsuitable(directory.resolve("a;WRITE_DELAY=0"), "H2 takes what follows a ';'");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @Timeout(60)
    void when_all_connections_are_in_use_for_too_long_the_store_is_unavailable() throws Exception {
        var database = H2Database.open(new H2File(directory));
        try (var store = new SqlStore(database)) {
            List<Connection> taken = new ArrayList<>();
            for (int i = 0; i < database.pool().getMaximumPoolSize(); i++) {
                taken.add(database.pool().getConnection());
            }
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> StoredJobs.in(store));
            for (Connection connection : taken) {
                connection.close();
            }
            assertThat(StoredJobs.in(store)).isEmpty();
        }
    }

    @Test
    void a_caller_who_is_interrupted_gets_an_answer_and_stays_interrupted() {
        var jobs = IntStream.range(0, 1_000).mapToObj(i -> job("job-" + i).build()).toList();
        try (var store = H2Store.open(directory)) {
            store.upsert(jobs);
        }
        try (var store = H2Store.open(directory)) {
            Thread.currentThread().interrupt();
            var slice = StoredJobs.in(store);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(slice).hasSize(jobs.size());
        }
    }

    @Test
    void no_thread_outlives_its_store() throws InterruptedException {
        Set<Thread> before = namedThreads();
        Set<Thread> started;
        try (var store = H2Store.open(directory)) {
            store.upsert(List.of(JOB));
            started = namedThreads();
            started.removeAll(before);
        }
        assertThat(started).isNotEmpty();
        for (Thread thread : started) {
            assertThat(thread.join(Duration.ofSeconds(30))).as("%s", thread).isTrue();
        }
    }

    /// Without the JDK's own threads for asynchronous files, which have no names of their own.
    private static Set<Thread> namedThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("Thread-"))
                .collect(Collectors.toSet());
    }

    @Test
    void stores_in_memory_share_nothing() {
        try (var one = H2Store.inMemory();
                var other = H2Store.inMemory()) {
            one.upsert(List.of(JOB));
            assertThat(StoredJobs.in(one)).containsExactly(JOB);
            assertThat(StoredJobs.in(other)).isEmpty();
        }
    }

    private static void assertUnsuitable(Path path, String reason) {
        assertThatThrownBy(() -> H2Store.open(path))
                .isInstanceOf(StorageUnsuitable.class)
                .hasMessageStartingWith(reason);
    }
}
