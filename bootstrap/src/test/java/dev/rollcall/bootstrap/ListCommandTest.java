package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Ordering;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A listing as a person gets it.
class ListCommandTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) {
        h2 = new H2Commands(dir);
    }

    @Test
    void a_table_is_for_people_and_says_when_there_is_more() throws IOException {
        h2.imports(TWO_LINES);

        assertThat(run("list", "--data", h2.data()).out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME  STATUS      CREATED (UTC)        MODIFIED (UTC)       REASON
                        a     Completed   2024-06-01 00:00:00  2024-06-01 01:00:00
                        b     Failed      2024-06-02 00:00:00  2024-06-02 00:00:00  no \uD83D\uDE80
                        """);
        var first = run("list", "--data", h2.data(), "--max-results", "1");
        assertThat(first.err()).startsWith("There is more: use --all, or --next-token ");
        var second =
                run(
                        "list",
                        "--data",
                        h2.data(),
                        "--max-results",
                        "1",
                        "--next-token",
                        offeredToken(first));
        assertThat(second.out()).contains("b     Failed");
        assertThat(second.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "jsonl"})
    void that_there_is_more_is_no_part_of_the_data(String form) throws IOException {
        h2.imports(TWO_LINES);

        var page = run("list", "--data", h2.data(), "--max-results", "1", "--output", form);

        assertThat(page.err()).startsWith("There is more: ");
        assertThat(page.out()).contains("Completed").doesNotContain("There is more");
    }

    @Test
    void a_listing_printed_as_json_is_the_answer_an_aws_client_gets() throws IOException {
        h2.imports(TWO_LINES);

        assertThat(run("list", "--data", h2.data(), "--output", "json", "--sort-by", "Name").out())
                .startsWith("{\"ProcessingJobSummaries\":[{\"CreationTime\":1.7172000005E9,")
                .endsWith("]}" + System.lineSeparator());
    }

    @Test
    void filters_are_those_of_the_aws_cli() throws IOException {
        h2.imports(TWO_LINES);

        var after = run("list", "--data", h2.data(), "--creation-time-after", "2024-06-01T12:00Z");
        assertThat(after.out()).contains("b     Failed").doesNotContain("Completed");
        assertThat(run("list", "--data", h2.data(), "--creation-time-before", "2024-06-02").out())
                .contains("a     Completed")
                .doesNotContain("Failed");
        assertRefused(
                "MaxResults is 0, and must be at least 1",
                "list",
                "--data",
                h2.data(),
                "--max-results",
                "0");
    }

    @Test
    void upper_and_lower_case_do_not_matter_in_the_names_of_values() throws IOException {
        h2.imports(TWO_LINES);

        var listed =
                run(
                        ("list --storage H2 --status-equals FAILED --sort-by creationtime"
                                        + " --sort-order DESCENDING --output JsonL --data "
                                        + h2.data())
                                .split(" "));

        assertThat(listed.status()).isZero();
        assertThat(listed.out().lines())
                .singleElement()
                .asString()
                .contains("\"ProcessingJobStatus\":\"Failed\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --status-equals | InProgress, Completed, Failed, Stopping, Stopped
                    --sort-by       | Name, CreationTime, Status
                    --sort-order    | Ascending, Descending
                    --output        | table, json, jsonl
                    --storage       | h2, postgres, mongo
                    """)
    void a_value_that_an_option_does_not_have_is_refused_with_those_it_has(
            String option, String values) {
        var wrong = run("list", option, "wrong");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains(option).contains("'wrong' is not one of " + values);
    }

    @Test
    void the_help_names_the_values_and_the_default_order() {
        String help = run("list", "--help").out().replaceAll("\\s+", " ");
        assertThat(help)
                .contains(
                        "--status-equals=STATUS One of: "
                                + String.join(", ", ProcessingJobStatus.wireNames()))
                .contains("Default: %s.".formatted(Ordering.DEFAULT.key().wireName()))
                .contains("Default: %s, the oldest".formatted(Ordering.DEFAULT.order().wireName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-06-01 12:00:00.130000+00:00",
                "20240601T120000Z",
                "2024-06-01T12:00:00",
                "1717243200",
                "1717243200000"
            })
    void a_time_may_be_given_as_a_file_has_it(String time) throws IOException {
        h2.imports(TWO_LINES);

        assertThat(run("list", "--data", h2.data(), "--creation-time-after", time).out())
                .contains("b     Failed")
                .doesNotContain("Completed");
    }

    @Test
    void a_time_may_be_given_as_how_long_ago_it_was() throws IOException {
        h2.imports(TWO_LINES);

        assertThat(run("list", "--data", h2.data(), "--creation-time-before", "12h").out())
                .contains("Completed", "Failed");
        assertThat(run("list", "--data", h2.data(), "--last-modified-time-after", "7d").out())
                .doesNotContain("Completed", "Failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01", "-62167219201", "9999-12-31T23:59:59-08:00"})
    void a_time_outside_the_years_0000_to_9999_is_refused(String time) {
        var outcome = run("list", "--data", h2.data(), "--creation-time-after=" + time);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + time + "' lies outside the years 0000 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "import"})
    void the_help_says_what_zone_a_time_has_that_names_none(String command) {
        assertThat(run(command, "--help").out().replaceAll("\\s+", " "))
                .contains("without a zone it is UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "yesterday", "2024-06-01T25:00:00Z"})
    void an_invalid_time_is_refused(String time) {
        var outcome = run("list", "--data", h2.data(), "--creation-time-after", time);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + time + "' is not a time");
    }

    @Test
    void token_keys_that_replicas_share_open_each_others_pages() throws IOException {
        h2.imports(TWO_LINES);
        String older = run("token-keys", "new").out();
        String newer = run("token-keys", "new").out();
        Path keys = h2.dir().resolve("shared-keys");
        Files.createFile(
                keys,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keys, older);
        String token = tokenOfFirstPage(keys);

        Files.writeString(keys, "# rotated\n" + newer + older);
        assertThat(nextPage(keys, token).out()).contains("b     Failed");

        Files.writeString(keys, newer);
        assertThat(nextPage(keys, token).err())
                .contains("The --next-token is refused: the key that sealed it");
    }

    private String tokenOfFirstPage(Path keys) {
        var listed =
                run(
                        "list",
                        "--data",
                        h2.data(),
                        "--token-keys",
                        keys.toString(),
                        "--max-results",
                        "1");
        return offeredToken(listed);
    }

    private static String offeredToken(Outcome listed) {
        String offer = listed.err().strip();
        return offer.substring(offer.lastIndexOf(' ') + 1);
    }

    private Outcome nextPage(Path keys, String token) {
        return run(
                "list",
                "--data",
                h2.data(),
                "--token-keys",
                keys.toString(),
                "--next-token",
                token);
    }
}
