package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.jdbc.sql.SqlStore;
import dev.rollcall.plan.OneScan;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A page that is read without a transaction is one statement, which reads one snapshot.
class PostgresOneScanTest {

    private static final WorkBudget AMPLE = new WorkBudget(1_000_000, Duration.ofMinutes(1));

    @Test
    void what_is_a_single_scan_is_a_single_statement() throws Exception {
        try (var database = PostgresServer.database(PostgresServer.newStore())) {
            var store = new SqlStore(database);
            var job = job("a").build();
            store.upsert(List.of(job, job("b").build()));
            var statements = new AtomicInteger();
            database.jdbi().setSqlLogger(counting(statements));
            int scans = 0;
            for (Selection selection : selections(job)) {
                store.find(selection, AMPLE);
                statements.set(0);
                store.find(selection, AMPLE);
                if (OneScan.suffices(selection, AMPLE)) {
                    assertThat(statements).as("%s", selection).hasValue(1);
                    scans++;
                }
            }
            assertThat(scans).isEqualTo(28);
        }
    }

    private static SqlLogger counting(AtomicInteger statements) {
        return new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        };
    }

    /// In each order, from the beginning and from a job on, with filters that an index has and with
    /// others.
    private static List<Selection> selections(ProcessingJob job) {
        List<List<Criterion.Filter>> filters =
                List.of(
                        List.of(),
                        List.of(new Criterion.StatusIs(job.status())),
                        List.of(new Criterion.After(TimeField.CREATION_TIME, Instant.EPOCH)),
                        List.of(new Criterion.After(TimeField.LAST_MODIFIED_TIME, Instant.EPOCH)),
                        List.of(new Criterion.NameContains("a")));
        List<Selection> selections = new ArrayList<>();
        for (SortKey key : SortKey.values()) {
            for (SortOrder order : SortOrder.values()) {
                var ordering = new Ordering(key, order);
                for (List<Criterion.Filter> filter : filters) {
                    var query = new ListingQuery(job.scope(), filter, ordering);
                    selections.add(query.select(Optional.empty(), 11));
                    selections.add(query.select(Optional.of(ordering.positionOf(job)), 11));
                }
            }
        }
        return selections;
    }
}
