package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.StoredJobs;
import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.Test;

import java.util.List;

class H2SummariesTest {

    @Test
    void summaries_touch_no_table_of_details() {
        var database = H2Database.inMemory();
        try (var store = new SqlStore(database)) {
            database.jdbi().useHandle(handle -> handle.execute("DROP TABLE job_details"));
            store.inBulk(() -> store.upsert(List.of(job("one").build())));
            var newer = job("one").modified(CREATED.plusMillis(1)).build();
            assertThat(store.upsert(List.of(newer))).isEqualTo(1);
            assertThat(StoredJobs.in(store)).containsExactly(newer);
        }
    }
}
