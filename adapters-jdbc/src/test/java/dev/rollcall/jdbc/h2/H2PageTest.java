package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Jobs that lie apart in the table are not read from it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2PageTest {

    private static final List<ProcessingJob> JOBS = new AdversarialJobs(1).jobs(List.of(SCOPE), 48);

    private final H2Database database = H2Database.inMemory();
    private final ProcessingJobStore store = new SqlStore(database);

    @BeforeAll
    void storeJobsInIndexesAlone() throws SQLException {
        store.upsert(JOBS);
        EmptiedTable.in(database);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource
    void a_page_is_read_from_indexes_alone(SortKey key, List<Criterion.Filter> filters) {
        var query = new ListingQuery(SCOPE, filters, new Ordering(key, SortOrder.ASCENDING));
        var selection = query.select(Optional.empty(), 100);

        assertThat(store.find(selection, new WorkBudget(1_000, Duration.ofHours(1))).jobs())
                .isNotEmpty()
                .isEqualTo(selection.from(JOBS));
    }

    static Stream<Arguments> a_page_is_read_from_indexes_alone() {
        var failed = new Criterion.StatusIs(ProcessingJobStatus.FAILED);
        var hyphen = new Criterion.NameContains("-");
        return Stream.of(
                arguments(SortKey.NAME, List.of()),
                arguments(SortKey.STATUS, List.of()),
                arguments(SortKey.NAME, List.of(failed)),
                arguments(SortKey.CREATION_TIME, List.of(failed)),
                arguments(SortKey.NAME, List.of(hyphen)),
                arguments(SortKey.CREATION_TIME, List.of(hyphen)));
    }
}
