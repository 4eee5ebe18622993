package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a store must do whose reading and writing are transactions, beside what every store must:
/// the port does not promise that a batch is seen whole, but whoever has transactions has lost them
/// if it is not. A run is an empty subclass, as of [ProcessingJobStoreContract].
@ExtendWith(FreshStores.class)
public abstract class SnapshotContract {

    @ParameterizedTest
    @EnumSource
    void a_slice_is_of_one_moment(SortKey key, ProcessingJobStore store) throws Exception {
        new StatusFlips(key)
                .slicesDuring(
                        store,
                        jobs -> {
                            assertThat(jobs.size()).isIn(0, StatusFlips.JOBS);
                            var times = jobs.stream().map(ProcessingJob::lastModifiedTime);
                            assertThat(times.distinct()).hasSizeLessThan(2);
                        });
    }
}
