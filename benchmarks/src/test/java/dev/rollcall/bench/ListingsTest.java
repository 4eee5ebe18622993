package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bench.Listings.Walked;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The listings that are measured, in a store that is small enough for every build: what they look
/// at and what they find, not how long it takes.
class ListingsTest {

    private static final int JOBS = 30_000;

    /// What [dev.rollcall.plan.BoundedScan] may examine before it has filled a page or found an
    /// alternative access path, and on that path.
    private static final int PLANNED = 12_000;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void a_page_looks_at_few_entries_and_a_walk_meets_every_job_once(String storage)
            throws Exception {
        var realistic = new RealisticJobs(JOBS);
        List<ProcessingJob> all = realistic.jobs(0, JOBS);
        try (var jobs = JobsToList.in(storage, JOBS)) {
            jobs.add(0, JOBS - 1_000);
            jobs.add(JOBS - 1_000, JOBS);
            for (QueryClass kind : QueryClass.all()) {
                assertThat(PageCost.examined(kind, kind.begin(realistic), jobs.measured()))
                        .as(kind.label())
                        .isLessThanOrEqualTo(most(kind));
                List<ProcessingJob> met = new ArrayList<>();
                Walked.all(kind, jobs.measured(), met::addAll);
                assertThat(names(met))
                        .as(kind.label())
                        .containsExactlyElementsOf(names(oracle(kind, all)));
            }
        }
    }

    @Test
    void the_jobs_of_a_listing_are_counted_without_a_database() {
        var realistic = new RealisticJobs(JOBS);
        List<ProcessingJob> all = realistic.jobs(0, JOBS);

        assertThat(realistic.sizes(QueryClass.all()))
                .isEqualTo(
                        QueryClass.all().stream().map(kind -> oracle(kind, all).size()).toList());
    }

    private static List<ProcessingJob> oracle(QueryClass kind, List<ProcessingJob> all) {
        return kind.query().select(Optional.empty(), JOBS).from(all);
    }

    private static List<String> names(List<ProcessingJob> jobs) {
        return jobs.stream().map(job -> job.name().value()).toList();
    }

    private static int most(QueryClass kind) {
        var filters = kind.query().filters();
        if (filters.stream().allMatch(Criterion.StatusIs.class::isInstance)) {
            return PageCost.PAGE + 1;
        }
        boolean isOfTextAlone = filters.stream().allMatch(Criterion.NameContains.class::isInstance);
        return isOfTextAlone ? JOBS : PLANNED;
    }
}
