package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What several records of one job say together is what the domain says ([JobDescription#merge]),
/// whatever their order.
abstract class MergingContract {

    private static final Instant ENDED = CREATED.plusSeconds(90);
    private static final Instant IMPOSSIBLE = Instant.parse("5138-11-16T09:46:39Z");

    @Test
    void a_time_cut_to_seconds_never_replaces_a_finer_one(ProcessingJobStore store) {
        var fine = job("one").modified(ENDED).ended(ENDED).build();
        var cut =
                job("one")
                        .created(seconds(CREATED))
                        .modified(ENDED.plusMillis(1))
                        .ended(seconds(ENDED))
                        .build();
        var both = job("one").modified(ENDED.plusMillis(1)).ended(ENDED).build();
        store.upsert(List.of(fine));
        assertThat(store.upsert(List.of(cut))).isEqualTo(1);
        assertThat(StoredJobs.in(store)).containsExactly(both);
        assertThat(store.upsert(List.of(cut))).isZero();
    }

    @Test
    void an_older_record_may_bring_a_finer_time(ProcessingJobStore store) {
        var cut = job("one").created(seconds(CREATED)).modified(ENDED).build();
        store.upsert(List.of(cut));
        assertThat(store.upsert(List.of(job("one").build()))).isEqualTo(1);
        assertThat(StoredJobs.in(store)).containsExactly(job("one").modified(ENDED).build());
        assertThat(store.upsert(List.of(job("one").build()))).isZero();
    }

    @Test
    void a_record_from_beyond_the_horizon_is_replaced_by_any_other(ProcessingJobStore store) {
        var impossible = job("one").modified(IMPOSSIBLE).exitMessage("never").describe();
        var known = job("one").modified(ENDED).describe();
        store.upsert(List.of(impossible.job()));
        assertThat(store.upsert(List.of(known), IMPOSSIBLE)).isZero();
        assertThat(store.upsert(List.of(known), ENDED)).isEqualTo(1);
        assertThat(store.upsert(List.of(impossible), ENDED)).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(known.job());
    }

    @Test
    void a_detail_from_beyond_the_horizon_is_replaced_by_any_other(ProcessingJobStore store) {
        var impossible = job("one").modified(IMPOSSIBLE).detail("RoleArn", "\"never\"").describe();
        var known = job("one").modified(ENDED).detail("RoleArn", "\"role\"").describe();
        store.upsert(List.of(impossible), IMPOSSIBLE);
        assertThat(store.upsert(List.of(known), ENDED)).isEqualTo(1);
        assertThat(store.read(known.id())).contains(known);
    }

    /// Shuffled, duplicated, some of their times cut to seconds, with summaries and details
    /// interleaved, and in batches of any size.
    @Test
    void histories_in_any_order_leave_what_the_ordered_ones_say(ProcessingJobStore store) {
        Map<ProcessingJobId, JobDescription> expected = new TreeMap<>();
        var recording = new RecordProcessingJobs(store);
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            List<JobDescription> records = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                records.addAll(JobHistories.history("job-%03d-%d".formatted(seed, i), random));
            }
            for (JobDescription record : records) {
                expected.merge(
                        record.id(), record, (one, two) -> one.merge(two, JobHistories.HORIZON));
            }
            records.addAll(records.subList(0, records.size() / 2));
            Collections.shuffle(records, random);
            while (!records.isEmpty()) {
                var batch = records.subList(0, Math.min(records.size(), 1 + random.nextInt(9)));
                recording.record(batch, JobHistories.HORIZON);
                batch.clear();
            }
        }
        List<JobDescription> all = new ArrayList<>();
        store.readAll(all::add);
        assertThat(all).containsExactlyElementsOf(expected.values());
        expected.forEach((id, known) -> assertThat(store.read(id)).contains(known));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
