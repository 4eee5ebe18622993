package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.ProcessingJob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An answer that was cut is never taken for a whole one.
class PostgresBrokenAnswersTest extends PostgresFaults {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 1_000, 2_000, 4_000, 6_000, 7_500})
    void a_page_whose_reply_is_cut_is_not_returned(long bytes) {
        proxy.cutRepliesAfter(bytes);
        assertAbandonedUntilHealed(this::list);
    }

    @Test
    void a_batch_whose_reply_is_cut_is_stored_once_when_it_is_written_again() {
        List<ProcessingJob> all = new ArrayList<>(JOBS);
        for (int bytes = 0; bytes <= 150; bytes += 10) {
            var batch =
                    List.of(
                            job("late-%03d-a".formatted(bytes)).build(),
                            job("late-%03d-b".formatted(bytes)).build());
            all.addAll(batch);
            proxy.cutRepliesAfter(bytes);
            try {
                store.upsert(batch);
            } catch (StorageUnavailable e) {
                proxy.heal();
                int changed = onceRecovered(() -> store.upsert(batch));
                assertThat(changed).isIn(0, 2);
            }
            proxy.heal();
        }
        List<ProcessingJob> stored = onceRecovered(this::list);
        assertThat(stored).isEqualTo(all);
        assertThat(list("late")).isEqualTo(all.subList(JOBS.size(), all.size()));
    }

    @Test
    void a_reply_that_arrives_in_pieces_is_waited_for() {
        proxy.slowDown(TimeUnit.MILLISECONDS.toNanos(5));
        assertThat(list()).isEqualTo(JOBS);
    }
}
