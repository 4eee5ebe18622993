package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.sql.OrderBy;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.JobIndex;
import dev.rollcall.plan.LateModification;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The indexes that PostgreSQL says it has are those that the plan reads.
class PostgresIndexLayoutTest {

    private static final String COLUMNS =
            """
            SELECT attname
            FROM pg_index
                CROSS JOIN unnest(indkey) WITH ORDINALITY AS part (attnum, place)
                JOIN pg_attribute USING (attnum)
            WHERE indexrelid = to_regclass(?) AND attrelid = indrelid AND %s
            ORDER BY place\
            """;

    private static final String CONDITION =
            """
            SELECT pg_get_expr(indpred, indrelid)
            FROM pg_index
            WHERE indexrelid = to_regclass(?) AND indpred IS NOT NULL\
            """;

    private static String url;

    @BeforeAll
    static void createIndexes() {
        url = PostgresServer.newDatabase();
        PostgresServer.database(url).close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BY_TEXT")
    void an_index_is_ordered_by_its_key_and_has_all_other_columns_too(JobIndex index) {
        List<String> key = read(COLUMNS.formatted("place <= indnkeyatts"), index);
        List<String> all = read(COLUMNS.formatted("TRUE"), index);

        assertThat(key)
                .startsWith(names(index.key()))
                .containsExactly(OrderBy.along(index).text().split(", ", -1));
        assertThat(all).containsExactlyInAnyOrder(names(List.of(Column.values())));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BY_TEXT")
    void an_index_has_the_jobs_that_the_plan_calls_late_or_all_jobs(JobIndex index) {
        List<String> condition = read(CONDITION, index);

        if (index.isOfLateJobs()) {
            long usual = LateModification.USUAL.toMillis();
            assertThat(condition)
                    .containsExactly(
                            "((modified < created) OR (modified > (created + %d)))"
                                    .formatted(usual));
        } else {
            assertThat(condition).isEmpty();
        }
    }

    @Test
    void there_are_no_other_indexes_of_jobs_but_the_one_of_arns() {
        assertThat(PostgresServer.indexes(url))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Arrays.stream(JobIndex.values()).map(PostgresIndexes::name),
                                        Stream.of(PostgresIndexes.BY_NAME_IN_ARN))
                                .toList());
    }

    private static List<String> read(String sql, JobIndex index) {
        return Jdbi.create(url, PostgresServer.USER, "")
                .withHandle(
                        handle ->
                                handle.select(sql, "rollcall." + PostgresIndexes.name(index))
                                        .mapTo(String.class)
                                        .list());
    }

    private static String[] names(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
