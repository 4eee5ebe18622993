package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.jdbc.sql.BulkContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class H2BulkTest extends BulkContract {

    @TempDir private Path directory;

    @Override
    protected ProcessingJobStore open() {
        return H2Store.open(directory);
    }

    @Test
    void listings_must_wait_for_a_bulk_into_an_empty_store() {
        try (var store = open()) {
            store.inBulk(
                    () -> {
                        store.upsert(JOBS);
                        assertThatThrownBy(() -> StoredJobs.in(store))
                                .isInstanceOf(StorageUnavailable.class);
                    });
        }
    }

    @Test
    void what_was_written_is_there_after_the_process_died_in_a_bulk(@TempDir Path remains) {
        try (var store = open()) {
            store.inBulk(
                    () -> {
                        store.upsert(JOBS);
                        copyTo(remains);
                    });
        }
        try (var store = H2Store.open(remains)) {
            assertLists(store, JOBS);
            assertThat(store.upsert(LATER)).isEqualTo(500);
            assertLists(store, LATER);
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
}
