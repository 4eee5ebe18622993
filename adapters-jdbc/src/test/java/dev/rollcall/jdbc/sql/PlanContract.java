package dev.rollcall.jdbc.sql;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.BoundedScan;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every scan is a seek on an index, however many jobs there are and however deep the page is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlanContract {

    protected static final int JOBS = 20_000;
    protected static final int PAGE = 11;

    private final Database database;
    private final Jdbi jdbi;
    private int scopeId;

    protected PlanContract(Database database) {
        this.database = database;
        this.jdbi = database.unlimited();
    }

    /// What asks how the database executes a statement (`%s`), and what it read.
    protected abstract String explaining();

    /// Asserts that a statement sought its first entry and read [#PAGE] of them, or one more.
    protected abstract void assertSeeks(String plan);

    @BeforeAll
    protected void keepManyJobs() {
        var jobs = IntStream.range(0, JOBS).mapToObj(i -> nth(i).build()).toList();
        new SqlStore(database).upsert(jobs);
        scopeId = database.scopeIds().find(SCOPE).orElseThrow();
    }

    @AfterAll
    void close() throws SQLException {
        database.close();
    }

    /// How the database reads the jobs of a scope for an export.
    protected String explainExport() {
        return explain(Sql.of(ExportReader.jobs(dialect()), scopeId));
    }

    protected String explain(Sql sql) {
        return jdbi.inTransaction(handle -> explain(sql, handle));
    }

    private String explain(Sql sql, Handle handle) {
        var asked = Sql.around(explaining(), sql);
        var lines = asked.bindTo(handle.createQuery(asked.text())).mapTo(String.class).list();
        return String.join("\n", lines);
    }

    protected Jdbi jdbi() {
        return jdbi;
    }

    protected Dialect dialect() {
        return database.dialect();
    }

    protected int scopeId() {
        return scopeId;
    }

    private static JobBuilder nth(int i) {
        return job("job-%05d".formatted(i))
                .created(createdOf(i))
                .modified(createdOf(i).plus(Duration.ofDays(i % 200 == 0 ? 30 : 1)))
                .status(i % 50 == 0 ? ProcessingJobStatus.FAILED : ProcessingJobStatus.COMPLETED);
    }

    /// A hundred jobs share each millisecond.
    protected static Instant createdOf(int i) {
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

    /// The first [#PAGE] entries match.
    @ParameterizedTest
    @MethodSource("everyOrder")
    void a_page_whose_entries_are_checked_is_a_seek_too(Ordering ordering, boolean deep) {
        var everything = new Criterion.NameContains("ob-");
        assertSeeks(new ListingQuery(SCOPE, List.of(everything), ordering), deep);
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
    private void assertSeeks(ListingQuery query, boolean deep) {
        Optional<Position> from =
                deep
                        ? Optional.of(query.ordering().positionOf(nth(JOBS / 2).build()))
                        : Optional.empty();
        var plans = plans(query.select(from, PAGE));
        assertThat(plans).isNotEmpty();
        plans.forEach(this::assertSeeks);
    }

    /// How the database executed the scans for a slice.
    private List<String> plans(Selection selection) {
        var budget = new WorkBudget(4 * PAGE, Duration.ofHours(1));
        return jdbi.inTransaction(
                handle -> {
                    var reader = new RecordingIndexReader(handle, dialect(), SCOPE, scopeId);
                    BoundedScan.slice(selection, budget, reader);
                    return reader.queries().stream().map(it -> explain(it, handle)).toList();
                });
    }
}
