package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.application.plan.Search;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.Slice;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import dev.rollcall.domain.TimeField;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every walk is a seek on an index, however many jobs there are and however deep the page lies.
class WalkPlanTest {

    private static final int JOBS = 20_000;
    private static final int PAGE = 11;

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private static H2Database database;
    private static JdbcStore store;
    private static int scopeId;

    @BeforeAll
    static void keepManyJobs() throws SQLException {
        database = H2Database.inMemory();
        store = new JdbcStore(database);
        List<ProcessingJob> batch = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            batch.add(nth(i).build());
        }
        store.keep(batch);
        scopeId = new ScopeIds(Jdbi.create(database.pool())).find(SCOPE).orElseThrow();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static JobBuilder nth(int i) {
        return job("job-%05d".formatted(i))
                .created(createdOf(i))
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

    @Test
    void everything_is_read_along_an_index_and_never_sorted() {
        String jobs = WholeTable.jobs(database.dialect());
        String plan =
                Jdbi.create(database.pool())
                        .withHandle(
                                handle ->
                                        handle.createQuery("EXPLAIN ANALYZE " + jobs)
                                                .bind(0, scopeId)
                                                .mapTo(String.class)
                                                .one());
        assertThat(plan)
                .contains("/* PUBLIC.JOB_BY_NAME: SCOPE = ")
                .contains("/* index sorted */");
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
        var selection = query.select(from, PAGE);
        assertThat(store.find(selection, new WorkBudget(PAGE, Duration.ofHours(1))))
                .isInstanceOf(Slice.Full.class)
                .extracting(Slice::jobs, InstanceOfAssertFactories.LIST)
                .hasSize(PAGE);
        List<String> plans = plans(selection, new WorkBudget(4 * PAGE, Duration.ofHours(1)));
        assertThat(plans).isNotEmpty();
        for (String plan : plans) {
            assertThat(plan)
                    .containsPattern("/\\* PUBLIC\\.JOB_BY_\\w+: [^*]*\\bSCOPE = ")
                    .contains("/* index sorted */");
            Matcher scanned = SCANNED.matcher(plan);
            assertThat(scanned.find()).as(plan).isTrue();
            assertThat(Integer.parseInt(scanned.group(1))).as(plan).isLessThanOrEqualTo(PAGE + 1);
        }
    }

    /// How H2 made the walks of a search, and how many index entries it looked at.
    private static List<String> plans(Selection selection, WorkBudget budget) {
        var dialect = new RecordingDialect(database.dialect());
        return Jdbi.create(database.pool())
                .withHandle(
                        handle -> {
                            var indexes = new SqlIndexes(handle, dialect, scopeId);
                            Search.slice(selection, budget, indexes);
                            return dialect.walks().stream()
                                    .map(walk -> Sql.around("EXPLAIN ANALYZE %s", walk))
                                    .map(sql -> sql.bindTo(handle.createQuery(sql.text())))
                                    .map(query -> query.mapTo(String.class).one())
                                    .toList();
                        });
    }
}
