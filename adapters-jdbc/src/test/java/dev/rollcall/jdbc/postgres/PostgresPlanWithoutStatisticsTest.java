package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;

/// So it is too on a database of which PostgreSQL knows nothing yet, or no more: a new one, one
/// that was restored or upgraded, or one whose autovacuum lags.
class PostgresPlanWithoutStatisticsTest extends PostgresPlanTest {

    @Override
    void gatherStatistics(Handle handle) {
        int known =
                handle.createQuery("SELECT COUNT(*) FROM pg_stats WHERE tablename LIKE 'job%'")
                        .mapTo(Integer.class)
                        .one();
        assertThat(known).isZero();
    }
}
