package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whatever the selection and the budget, slices make up the listing, and none costs more than it
/// may.
class ScannedSlicesTest {

    private static final int SELECTIONS = 500;

    /// To find that a path has too many entries takes one entry more; there are three paths, each
    /// of which may be counted twice.
    private static final int OVERDRAFT = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 1_000})
    void slices_make_up_the_listing_within_the_budget(int rows) {
        for (long seed = 71; seed <= 74; seed++) {
            var jobs = new BoundaryJobs(seed);
            for (int i = 0; i < SELECTIONS; i++) {
                Selection selection = jobs.selection();
                assertThat(found(selection, rows, jobs.all))
                        .as("seed %d, %d rows a slice of %s", seed, rows, selection)
                        .isEqualTo(selection.from(jobs.all));
            }
        }
    }

    private static List<ProcessingJob> found(
            Selection selection, int rows, List<ProcessingJob> all) {
        List<ProcessingJob> found = new ArrayList<>();
        Selection rest = selection;
        while (true) {
            Slice slice = slice(rest, rows, all);
            found.addAll(slice.jobs());
            switch (slice) {
                case Slice.Full _ -> {
                    return found;
                }
                case Slice.Stopped(_, var lastExamined) -> {
                    Selection next = selection.beyond(lastExamined);
                    assertThat(ahead(next, all))
                            .as("jobs ahead of %s, where %s stopped", lastExamined, rest)
                            .hasSizeLessThan(ahead(rest, all).size());
                    rest = next.limit(selection.limit() - found.size());
                }
            }
        }
    }

    /// The jobs that a listing has still to pass, whether or not they match.
    private static List<ProcessingJob> ahead(Selection selection, List<ProcessingJob> all) {
        var places =
                selection.criteria().stream()
                        .filter(criterion -> !(criterion instanceof Criterion.Filter))
                        .toList();
        return new Selection(places, selection.ordering(), Integer.MAX_VALUE).from(all);
    }

    private static Slice slice(Selection selection, int rows, List<ProcessingJob> all) {
        var reader = new RecordingReader(all, selection.ordering());
        Slice slice =
                BoundedScan.slice(selection, new WorkBudget(rows, Duration.ofHours(1)), reader);
        assertThat(reader.examined)
                .as("entries examined of %d allowed for %s", rows, selection)
                .isLessThanOrEqualTo(rows + OVERDRAFT);
        return slice;
    }
}
