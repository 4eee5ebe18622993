package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.jdbc.sql.Criteria;
import dev.rollcall.jdbc.sql.PlanContract;
import dev.rollcall.jdbc.sql.Sql;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL takes no hints, and yet every scan is a seek on the index that is meant, and so is
/// every alternative.
class PostgresPlanTest extends PlanContract {

    /// The planner may sort what is found, but not scan all jobs in this order.
    private static final String INTO_ORDER =
            "SELECT name FROM (%s) AS found ORDER BY created, name FETCH FIRST 11 ROWS ONLY";

    private static final Pattern SCAN =
            Pattern.compile(
                    "Index (?:Only )?Scan (?:Backward )?using (job_by_\\w+) on job"
                            + ".*actual rows=(\\d+)");

    PostgresPlanTest() {
        super(PostgresServer.database(PostgresServer.newStore()));
    }

    @Override
    @BeforeAll
    protected void keepManyJobs() {
        jdbi().useHandle(
                        handle -> {
                            handle.execute(
                                    "ALTER TABLE rollcall.job SET (autovacuum_enabled = off)");
                            handle.execute(
                                    "ALTER TABLE rollcall.job_name_0 SET (autovacuum_enabled ="
                                            + " off)");
                            handle.execute(
                                    "ALTER TABLE rollcall.job_name_1 SET (autovacuum_enabled ="
                                            + " off)");
                        });
        super.keepManyJobs();
        jdbi().useHandle(this::gatherStatistics);
    }

    /// Nothing else does so.
    void gatherStatistics(Handle handle) {
        handle.execute("VACUUM (ANALYZE) rollcall.job, rollcall.job_name");
    }

    @ParameterizedTest
    @MethodSource("alternatives")
    void an_alternative_is_a_seek_on_its_own_index(
            JobIndex index, Criterion.Filter filter, String name) {
        var entries = dialect().entries(index, bounds(index, filter), scopeId());

        assertReads(name, explain(Sql.around(INTO_ORDER, entries)));
    }

    @ParameterizedTest
    @MethodSource("orderedAlternatives")
    void the_jobs_of_an_alternative_are_read_by_a_seek_on_its_own_index(
            JobIndex index, Criterion.Filter filter, String name) {
        assertReads(name, explain(dialect().jobs(index, bounds(index, filter), scopeId())));
    }

    @Test
    void an_export_is_read_along_an_index_and_never_sorted() {
        assertThat(explainExport()).contains("job_by_name").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void a_job_is_found_by_its_arn_by_a_seek() {
        assertReads(
                PostgresIndexes.BY_NAME_IN_ARN,
                explain(Sql.of(dialect().nameByArn(), scopeId(), "clarify-1")));
    }

    @Test
    void known_jobs_are_locked_by_a_seek_each() {
        Integer[] scopes = {scopeId(), scopeId()};
        String[] names = {"job-00001", "job-00002"};
        assertThat(explain(Sql.of(PostgresBatch.LOCK, scopes, names)))
                .contains("job_by_name", "loops=2")
                .doesNotContain("Seq Scan on job");
    }

    private Sql bounds(JobIndex index, Criterion.Filter filter) {
        var range = IndexRange.of(index, List.of(new Criterion.InScope(SCOPE), filter));
        return new Criteria(dialect(), scopeId()).bounds(range).getFirst();
    }

    private static void assertReads(String index, String plan) {
        assertThat(plan).contains(index);
        assertThat(plan.replace(index, "")).doesNotContain("Seq Scan", "by_creation");
    }

    static Stream<Arguments> alternatives() {
        var recent = createdOf(JOBS - 100).minusMillis(1);
        return Stream.of(
                Arguments.of(
                        JobIndex.BY_MODIFICATION,
                        new Criterion.After(
                                TimeField.LAST_MODIFIED_TIME, recent.plus(Duration.ofDays(1))),
                        "job_by_modification"),
                Arguments.of(
                        JobIndex.BY_CREATION,
                        new Criterion.After(TimeField.CREATION_TIME, recent),
                        "job_by_creation"),
                Arguments.of(
                        JobIndex.LATE_BY_CREATION,
                        new Criterion.After(TimeField.CREATION_TIME, recent),
                        "job_late_by_creation"),
                Arguments.of(
                        JobIndex.LATE_BY_MODIFICATION,
                        new Criterion.After(
                                TimeField.LAST_MODIFIED_TIME, recent.plus(Duration.ofDays(30))),
                        "job_late_by_modification"),
                Arguments.of(
                        JobIndex.BY_STATUS,
                        new Criterion.StatusIs(ProcessingJobStatus.FAILED),
                        "job_by_status"),
                Arguments.of(JobIndex.BY_TEXT, new Criterion.NameContains("b-19999"), "_by_text"));
    }

    static Stream<Arguments> orderedAlternatives() {
        return alternatives().filter(alternative -> alternative.get()[0] != JobIndex.BY_TEXT);
    }

    @Override
    protected void assertSeeks(String plan) {
        assertThat(plan).doesNotContain("Seq Scan", "Sort", "Rows Removed");
        Matcher scan = SCAN.matcher(plan);
        assertThat(scan.find()).as(plan).isTrue();
        assertThat(Integer.parseInt(scan.group(2))).as(plan).isLessThanOrEqualTo(PAGE + 1);
    }

    @Override
    protected String explaining() {
        return "EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) %s";
    }
}
