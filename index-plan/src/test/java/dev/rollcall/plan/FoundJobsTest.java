package dev.rollcall.plan;

import static dev.rollcall.plan.BoundaryJobs.NOON;
import static dev.rollcall.plan.BoundaryJobs.SCOPE;
import static dev.rollcall.plan.NumberedJobs.AMPLE;
import static dev.rollcall.plan.NumberedJobs.MARKED;
import static dev.rollcall.plan.NumberedJobs.RECENT;
import static dev.rollcall.plan.NumberedJobs.jobs;
import static dev.rollcall.plan.NumberedJobs.readerOf;
import static dev.rollcall.plan.NumberedJobs.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// How what was found becomes the jobs of a slice.
class FoundJobsTest {

    private static final Ordering BY_CREATION =
            new Ordering(SortKey.CREATION_TIME, SortOrder.ASCENDING);

    @Test
    void jobs_are_loaded_that_were_found_by_name_and_not_those_that_were_read_whole() {
        var reader = readerOf(jobs(5_000, i -> i == 1_000 || i == 4_000, i -> false));

        var slice = BoundedScan.slice(select(103, MARKED), AMPLE, reader);

        assertThat(slice.jobs())
                .extracting(job -> job.name().value())
                .containsExactly("01000x", "04000x");
        assertThat(reader.loaded).containsExactly(new ProcessingJobName("01000x"));
    }

    @Test
    void nothing_is_loaded_where_all_was_read_whole() {
        var reader = readerOf(jobs(100, i -> false, i -> true));

        assertThat(BoundedScan.slice(select(11, RECENT), AMPLE, reader).jobs()).hasSize(11);
        assertThat(reader.loaded).isEmpty();
    }

    @Test
    void a_job_that_changed_during_the_scan_and_was_found_twice_is_in_the_slice_once() {
        var before = BoundaryJobs.job("changed", NOON, NOON);
        var other = BoundaryJobs.job("other", NOON.plusSeconds(1), NOON.plusSeconds(1));
        var after = BoundaryJobs.job("changed", NOON.plusSeconds(2), NOON.plusSeconds(2));

        assertThat(slice(new RecordingReader(List.of(before, other, after), BY_CREATION)))
                .containsExactly(after, other);
    }

    @Test
    void a_job_that_cannot_be_loaded_any_more_is_left_out() {
        var kept = BoundaryJobs.job("kept", NOON, NOON);
        var gone = BoundaryJobs.job("gone", NOON.plusSeconds(1), NOON.plusSeconds(1));
        var reader = new RecordingReader(List.of(kept, gone), BY_CREATION);

        assertThat(slice(reader.unableToLoad(gone.name()))).containsExactly(kept);
    }

    private static List<ProcessingJob> slice(IndexReader reader) {
        var everything = new ListingQuery(SCOPE, List.of(), BY_CREATION);
        return BoundedScan.slice(everything.select(Optional.empty(), 11), AMPLE, reader).jobs();
    }
}
