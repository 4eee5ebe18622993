package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Jobs that all change with each batch: all are completed after an even flip, all have failed
/// after an odd one.
///
/// @param key the sort key of the listing of the completed jobs
record StatusFlips(SortKey key) {

    static final int JOBS = 60;
    private static final int FLIPS = 60;

    Selection completed() {
        return Walk.query(AdversarialRequests.ofStatus(ProcessingJobStatus.COMPLETED, key), SCOPE)
                .select(Optional.empty(), JOBS + 1);
    }

    /// Lists the completed jobs again and again while another thread changes them.
    void slicesDuring(ProcessingJobStore store, Consumer<List<ProcessingJob>> check)
            throws Exception {
        store.upsert(flipped(0));
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var writer =
                    threads.submit(
                            () -> {
                                start.await();
                                int stored = 0;
                                for (int flip = 1; flip < FLIPS; flip++) {
                                    stored += store.upsert(flipped(flip));
                                }
                                return stored;
                            });
            start.countDown();
            do {
                check.accept(store.find(completed(), Walk.AMPLE).jobs());
            } while (!writer.isDone());
            assertThat(writer.get()).isEqualTo(JOBS * (FLIPS - 1));
        }
    }

    private static List<ProcessingJob> flipped(int flip) {
        var status = flip % 2 == 0 ? ProcessingJobStatus.COMPLETED : ProcessingJobStatus.FAILED;
        return IntStream.range(0, JOBS)
                .mapToObj(
                        i ->
                                job("job-%02d".formatted(i))
                                        .status(status)
                                        .modified(CREATED.plusMillis(flip))
                                        .build())
                .toList();
    }
}
