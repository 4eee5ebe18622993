package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bench.Listings.Walked;
import dev.rollcall.domain.Criterion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The listings that are measured, in a store that is small enough for every build: what they look
/// at, not how long it takes.
class ListingsTest {

    private static final int JOBS = 30_000;

    /// What [dev.rollcall.application.plan.Search] may look at before it has filled a page or found
    /// a narrow way, and on that way.
    private static final int PLANNED = 12_000;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void a_page_looks_at_few_entries_and_a_walk_meets_every_job_once(String storage)
            throws Exception {
        var realistic = new RealisticJobs(JOBS);
        List<Integer> sizes = realistic.sizes(QueryClass.all());
        try (var jobs = JobsToList.in(storage, JOBS)) {
            jobs.add(0, JOBS - 1_000);
            jobs.add(JOBS - 1_000, JOBS);
            for (int i = 0; i < sizes.size(); i++) {
                QueryClass kind = QueryClass.all().get(i);
                assertThat(PageCost.examined(kind, kind.begin(realistic), jobs.measured()))
                        .as(kind.label())
                        .isLessThanOrEqualTo(most(kind));
                assertThat(Walked.all(kind, jobs.measured()).jobs())
                        .as(kind.label())
                        .isEqualTo(sizes.get(i));
            }
        }
    }

    private static int most(QueryClass kind) {
        var filters = kind.query().filters();
        if (filters.stream().allMatch(Criterion.StatusIs.class::isInstance)) {
            return PageCost.PAGE + 1;
        }
        boolean isOfTextAlone =
                filters.stream().allMatch(Criterion.NameContains.class::isInstance);
        return isOfTextAlone ? JOBS : PLANNED;
    }
}
