package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a store with transactions promises in addition to [ProcessingJobStoreContract]: a slice is
/// read from one snapshot, in which each batch is there as a whole or not at all. The port does not
/// ask for it, but if a store with transactions fails it, they do not work. A run is an empty
/// subclass.
@ExtendWith(FreshStores.class)
public abstract class SnapshotContract {

    @ParameterizedTest
    @EnumSource
    void a_slice_is_one_snapshot(SortKey key, ProcessingJobStore store) throws Exception {
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
