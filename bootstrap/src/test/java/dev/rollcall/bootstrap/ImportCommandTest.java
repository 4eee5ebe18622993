package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.ARN;
import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.H2Commands.summary;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What importing changes, and what it leaves.
class ImportCommandTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void importing_twice_changes_nothing() throws IOException {
        assertThat(h2.imports(TWO_LINES))
                .isEqualTo(new Outcome(0, summary("imported 2, unchanged 0, refused 0"), ""));
        assertThat(h2.imports(TWO_LINES))
                .isEqualTo(new Outcome(0, summary("imported 0, unchanged 2, refused 0"), ""));
    }

    @Test
    void an_older_record_never_overwrites_a_newer_one() throws IOException {
        String record =
                "{\"ProcessingJobName\":\"a\",\"ProcessingJobArn\":\""
                        + ARN
                        + "a\","
                        + "\"ProcessingJobStatus\":\"%s\",\"CreationTime\":1,"
                        + "\"LastModifiedTime\":%d}\n";
        h2.imports(record.formatted("Completed", 20));

        assertThat(h2.imports(record.formatted("InProgress", 10)).out())
                .isEqualTo(summary("imported 0, unchanged 1, refused 0"));
        assertThat(run("list", "--data", h2.data(), "--status-equals", "Completed").out())
                .contains("Completed");
    }

    @Test
    void a_listing_printed_as_json_lines_can_be_imported_again() throws IOException {
        h2.imports(TWO_LINES);
        String printed = run("list", "--data", h2.data(), "--output", "jsonl", "--all").out();

        assertThat(h2.imports(printed).out())
                .isEqualTo(summary("imported 0, unchanged 2, refused 0"));
    }

    @Test
    void says_of_which_accounts_and_regions_the_jobs_are() throws IOException {
        var jobs = new StringBuilder();
        for (String region : List.of("us-east-1", "eu-west-1", "us-east-1", "us-west-2")) {
            jobs.append(TWO_LINES.replace("us-east-1", region));
        }
        String three =
                "of account 123456789012 in us-east-1, account 123456789012 in eu-west-1,"
                        + " account 123456789012 in us-west-2";

        assertThat(h2.imports(jobs.toString()).out().lines()).last().isEqualTo(three);

        jobs.append(TWO_LINES.replace("us-east-1", "eu-central-1"));
        jobs.append(TWO_LINES.replace("123456789012", "999999999999"));
        assertThat(h2.imports(jobs.toString()).out().lines())
                .last()
                .isEqualTo(three + " and 2 more");
        assertThat(h2.imports("").out().lines())
                .containsExactly("imported 0, unchanged 0, refused 0");
    }

    @Test
    void a_record_from_the_far_future_is_refused_unless_max_ahead_allows_it() throws IOException {
        String year5138 = TWO_LINES.replace("1717200000.5", "99999999999");
        Path file = Files.writeString(h2.dir().resolve("future"), year5138);

        var refused = h2.imports(year5138);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEqualTo(summary("imported 1, unchanged 0, refused 1"));
        assertThat(refused.err())
                .contains("jobs:1: CreationTime is 5138-11-16T09:46:39Z, more than 1d ahead of the")
                .contains("; --max-ahead allows more");

        assertThat(
                        run(
                                        "import",
                                        file.toString(),
                                        "--data",
                                        h2.data(),
                                        "--max-ahead",
                                        H2Commands.UNLIMITED)
                                .out())
                .isEqualTo(summary("imported 1, unchanged 1, refused 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1w", "-1d", "day", "99999999d", "1.5d"})
    void a_max_ahead_that_is_no_duration_is_refused(String duration) {
        var outcome = run("import", "-", "--data", h2.data(), "--max-ahead", duration);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + duration + "' is not a duration: give 7d or 12h");
    }

    @Test
    void a_listing_that_goes_on_is_said_to() throws IOException {
        String page = "{\"ProcessingJobSummaries\":[],\"NextToken\":%s}\n";
        var open = h2.imports(page.formatted("\"abc\""));
        var whole = h2.imports(page.formatted("\"abc\"") + page.formatted("null"));

        assertThat(open.status()).isZero();
        assertThat(open.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Warning: ").contains("NextToken"),
                        second -> assertThat(second).startsWith("Recommended action: "));
        assertThat(whole.err()).isEmpty();
    }
}
