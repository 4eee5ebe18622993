package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.application.plan.JobIndex;
import dev.rollcall.application.plan.Search;
import dev.rollcall.application.plan.Stretch;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import dev.rollcall.domain.TimeField;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// PostgreSQL takes no hints, and yet every walk is a seek on the index that is meant, and so is
/// every narrower way.
class PostgresPlanTest {

    private static final int JOBS = 20_000;
    private static final int PAGE = 11;

    private static final Pattern SCAN =
            Pattern.compile(
                    "Index (?:Only )?Scan (?:Backward )?using (job_by_\\w+) on job"
                            + ".*actual rows=(\\d+)");

    private static PostgresDatabase database;
    private static int scopeId;

    @BeforeAll
    static void keepManyJobs() {
        String url = PostgresStores.newDatabase();
        database = PostgresDatabase.open(url, PostgresStores.USER, "", PostgresDeadlines.USUAL);
        var jobs = IntStream.range(0, JOBS).mapToObj(i -> nth(i).build()).toList();
        new JdbcStore(database).keep(jobs);
        var jdbi = Jdbi.create(database.pool());
        scopeId = new ScopeIds(jdbi).find(SCOPE).orElseThrow();
        jdbi.useHandle(handle -> handle.execute("VACUUM (ANALYZE) job, job_name"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static JobBuilder nth(int i) {
        return job("job-%05d".formatted(i))
                .created(createdOf(i))
                .modified(createdOf(i).plus(Duration.ofDays(i % 200 == 0 ? 30 : 1)))
                .status(i % 50 == 0 ? ProcessingJobStatus.FAILED : ProcessingJobStatus.COMPLETED);
    }

    /// A hundred jobs share each millisecond.
    private static Instant createdOf(int i) {
        return CREATED.plusMillis(i / 100);
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void a_page_is_a_seek_on_an_index_in_its_order(Ordering ordering, boolean deep) {
        assertSeeks(new ListingQuery(SCOPE, List.of(), ordering), deep);
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void a_page_of_one_status_is_a_seek_on_an_index_in_its_order(Ordering ordering, boolean deep) {
        var failed = new Criterion.StatusIs(ProcessingJobStatus.FAILED);
        assertSeeks(new ListingQuery(SCOPE, List.of(failed), ordering), deep);
    }

    @ParameterizedTest
    @EnumSource
    void by_creation_time_a_window_of_creation_times_is_a_seek(SortOrder order) {
        var middle = createdOf(JOBS / 2);
        var window =
                List.<Criterion.Filter>of(
                        new Criterion.After(TimeField.CREATION_TIME, middle.minusMillis(5)),
                        new Criterion.Before(TimeField.CREATION_TIME, middle.plusMillis(5)));
        var ordering = new Ordering(SortKey.CREATION_TIME, order);
        assertSeeks(new ListingQuery(SCOPE, window, ordering), false);
        assertSeeks(new ListingQuery(SCOPE, window, ordering), true);
    }

    @ParameterizedTest
    @MethodSource("narrowings")
    void a_narrower_way_is_a_seek_on_its_own_index(
            JobIndex index, Criterion.Filter filter, String name) {
        var bounds = List.<Criterion>of(new Criterion.InScope(SCOPE), filter);
        var stretch = new Stretch(index, bounds, List.of());
        Jdbi.create(database.pool())
                .useHandle(
                        handle -> {
                            var dialect = database.dialect();
                            var bound = new Criteria(dialect, scopeId).bounds(stretch).getFirst();
                            var plan = explain(dialect.entries(index, bound, scopeId), handle);
                            assertThat(plan).contains(name).doesNotContain("Seq Scan");
                        });
    }

    static Stream<Arguments> narrowings() {
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
                        JobIndex.BY_STATUS,
                        new Criterion.StatusIs(ProcessingJobStatus.FAILED),
                        "job_by_status"),
                Arguments.of(
                        JobIndex.BY_TEXT,
                        new Criterion.NameContains("b-19999"),
                        "job_name_by_text"));
    }

    static Stream<Arguments> everyOrder() {
        return Arrays.stream(SortKey.values())
                .flatMap(key -> Arrays.stream(SortOrder.values()).map(o -> new Ordering(key, o)))
                .flatMap(
                        ordering ->
                                Stream.of(
                                        Arguments.of(ordering, false),
                                        Arguments.of(ordering, true)));
    }

    /// @param deep whether the page begins in the middle of all jobs
    private static void assertSeeks(ListingQuery query, boolean deep) {
        Optional<Position> from =
                deep
                        ? Optional.of(query.ordering().positionOf(nth(JOBS / 2).build()))
                        : Optional.empty();
        var plans = plans(query.select(from, PAGE));
        assertThat(plans).isNotEmpty();
        for (String plan : plans) {
            assertThat(plan).doesNotContain("Seq Scan", "Sort", "Rows Removed");
            Matcher scan = SCAN.matcher(plan);
            assertThat(scan.find()).as(plan).isTrue();
            assertThat(Integer.parseInt(scan.group(2))).as(plan).isLessThanOrEqualTo(PAGE + 1);
        }
    }

    /// How PostgreSQL made the walks of a search.
    private static List<String> plans(Selection selection) {
        var dialect = new RecordingDialect(database.dialect());
        return Jdbi.create(database.pool())
                .withHandle(
                        handle -> {
                            Search.slice(
                                    selection,
                                    new WorkBudget(4 * PAGE, Duration.ofHours(1)),
                                    new SqlIndexes(handle, dialect, scopeId));
                            return dialect.walks().stream()
                                    .map(walk -> explain(walk, handle))
                                    .toList();
                        });
    }

    private static String explain(Sql sql, Handle handle) {
        var explaining = Sql.around("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) %s", sql);
        return String.join(
                "\n",
                explaining
                        .bindTo(handle.createQuery(explaining.text()))
                        .mapTo(String.class)
                        .list());
    }
}
