package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.sql.PlanContract;
import dev.rollcall.jdbc.sql.Sql;

import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

class H2PlanTest extends PlanContract {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    H2PlanTest() {
        super(H2Database.inMemory());
    }

    @Test
    void an_export_is_read_along_an_index_and_never_sorted() {
        assertThat(explainExport())
                .contains("/* PUBLIC.JOB_BY_NAME: SCOPE = ")
                .contains("/* index sorted */");
    }

    @Test
    void a_job_is_found_by_its_arn_by_a_seek() {
        assertThat(explain(Sql.of(dialect().nameByArn(), scopeId(), "clarify-1")))
                .containsPattern("/\\* PUBLIC\\.PRIMARY_KEY_\\w+: SCOPE = [^*]*NAME_IN_ARN = ")
                .contains("/* index sorted */");
    }

    @Override
    protected void assertSeeks(String plan) {
        assertThat(plan)
                .containsPattern("/\\* PUBLIC\\.JOB_BY_\\w+: [^*]*\\bSCOPE = ")
                .contains("/* index sorted */");
        Matcher scanned = SCANNED.matcher(plan);
        assertThat(scanned.find()).as(plan).isTrue();
        assertThat(Integer.parseInt(scanned.group(1))).as(plan).isLessThanOrEqualTo(PAGE + 1);
    }

    @Override
    protected String explaining() {
        return "EXPLAIN ANALYZE %s";
    }
}
