package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;

/// The same holds for a database without statistics: a new one, one that was restored or upgraded,
/// or one whose autovacuum is late.
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
