package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Very many jobs are written without indexes, and nobody can tell afterwards.
class H2BulkTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 500).mapToObj(i -> nth(i, ProcessingJobStatus.IN_PROGRESS)).toList();

    private static final List<ProcessingJob> LATER =
            IntStream.range(0, 500).mapToObj(i -> nth(i, ProcessingJobStatus.STOPPED)).toList();

    @TempDir private Path directory;

    /// In one order by name, by creation and, if all have one, by status.
    private static ProcessingJob nth(int i, ProcessingJobStatus status) {
        var created = CREATED.plusMillis(i);
        return job("job-%03d".formatted(i))
                .created(created)
                .modified(created.plus(Duration.ofDays(i % 10 + status.code())))
                .status(status)
                .build();
    }

    @Test
    void jobs_kept_in_bulk_are_listed_in_every_order_afterwards() {
        try (var store = JdbcStore.h2(directory)) {
            store.inBulk(
                    () -> {
                        assertThat(store.keep(JOBS.subList(200, 500))).isEqualTo(300);
                        assertThat(store.keep(JOBS.subList(0, 200))).isEqualTo(200);
                        assertThatThrownBy(() -> list(store, SortKey.NAME))
                                .isInstanceOf(StorageUnavailable.class);
                    });
            assertLists(store, JOBS);
            assertThat(store.keep(JOBS)).isZero();
        }
    }

    @Test
    void a_job_that_came_before_in_the_same_bulk_is_judged_like_any_other() {
        try (var store = JdbcStore.h2(directory)) {
            store.inBulk(
                    () -> {
                        store.keep(JOBS);
                        assertThat(store.keep(LATER.subList(0, 10))).isEqualTo(10);
                        assertThat(store.keep(JOBS)).isZero();
                        assertThat(store.keep(LATER)).isEqualTo(490);
                    });
            assertLists(store, LATER);
        }
    }

    @Test
    void a_bulk_that_breaks_off_leaves_what_it_kept() {
        try (var store = JdbcStore.h2(directory)) {
            assertThatThrownBy(
                            () ->
                                    store.inBulk(
                                            () -> {
                                                store.keep(JOBS);
                                                throw new IllegalStateException("no more");
                                            }))
                    .hasMessage("no more");
            assertLists(store, JOBS);
        }
    }

    @Test
    void what_was_kept_is_there_when_the_process_dies_in_a_bulk(@TempDir Path remains) {
        try (var store = JdbcStore.h2(directory)) {
            store.inBulk(
                    () -> {
                        store.keep(JOBS);
                        copyTo(remains);
                    });
        }
        try (var store = JdbcStore.h2(remains)) {
            assertLists(store, JOBS);
            assertThat(store.keep(LATER)).isEqualTo(500);
            assertLists(store, LATER);
        }
    }

    @Test
    void a_bulk_for_a_store_that_has_jobs_is_listed_meanwhile() {
        try (var store = JdbcStore.h2(directory)) {
            store.keep(JOBS.subList(0, 1));
            store.inBulk(
                    () -> {
                        store.keep(JOBS);
                        assertLists(store, JOBS);
                    });
        }
    }

    private void copyTo(Path remains) {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.copy(file, remains.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertLists(JdbcStore store, List<ProcessingJob> jobs) {
        for (SortKey key : SortKey.values()) {
            assertThat(list(store, key)).isEqualTo(jobs);
        }
    }

    private static List<ProcessingJob> list(JdbcStore store, SortKey key) {
        var query = new ListingQuery(SCOPE, List.of(), new Ordering(key, SortOrder.ASCENDING));
        var budget = new WorkBudget(100_000, Duration.ofHours(1));
        return store.find(query.select(Optional.empty(), 1_000), budget).jobs();
    }
}
