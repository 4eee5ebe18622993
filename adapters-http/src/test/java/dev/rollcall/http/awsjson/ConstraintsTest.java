package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.validation.Violation;
import dev.rollcall.http.support.ServedJobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ConstraintsTest extends ServedJobs {

    ConstraintsTest() {
        super(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "~MaxResults~:101 | Value '101' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value less than or equal to 100",
                "~MaxResults~:99999999999 | Value '2147483647' at 'maxResults' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 100",
                "~MaxResults~:1e400000000 | Value '2147483647' at 'maxResults' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 100",
                "~MaxResults~:0 | Value '0' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 1",
                "~MaxResults~:1e-400000000 | Value '0' at 'maxResults' failed to satisfy"
                        + " constraint: Member must have value greater than or equal to 1",
                "~MaxResults~:-1.5 | Value '-1' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 1",
                "~MaxResults~:-1e10 | Value '-2147483648' at 'maxResults' failed to satisfy"
                        + " constraint: Member must have value greater than or equal to 1",
                "~StatusEquals~:~completed~ | Value 'completed' at 'statusEquals' failed to"
                        + " satisfy constraint: Member must satisfy enum value set:"
                        + " [Completed, Stopped, InProgress, Stopping, Failed]",
                "~SortBy~:~~ | Value '' at 'sortBy' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [Name, CreationTime, Status]",
                "~SortOrder~:~Up~ | Value 'Up' at 'sortOrder' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [Descending, Ascending]",
                "~NextToken~:~a\\nb~ | Value 'a\\nb' at 'nextToken' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: .*",
                "~SortBy~:~\\ud800'🦖~ | Value '?'🦖' at 'sortBy' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [Name, CreationTime, Status]",
            })
    void a_violation_is_reported_in_the_words_of_aws(String member, String words)
            throws IOException {
        assertThat(message("{" + member.replace('~', '"') + "}"))
                .isEqualTo("1 validation error detected: " + words);
    }

    @ParameterizedTest
    @ValueSource(ints = {8193, 16 * 1024 + 1, 128 * 1024 - 16})
    void a_token_of_more_than_8192_characters_is_too_long(int length) throws IOException {
        var token = "x".repeat(length);

        assertThat(message("{\"NextToken\":\"" + token + "\"}"))
                .isEqualTo(
                        "1 validation error detected: Value '"
                                + token
                                + "' at 'nextToken' failed to satisfy constraint: Member must have"
                                + " length less than or equal to 8192");
    }

    @Test
    void the_length_of_a_token_counts_code_points() throws IOException {
        assertThat(message("{\"NextToken\":\"" + "🦖".repeat(8192) + "\"}"))
                .startsWith("Invalid pagination token");
    }

    @Test
    void all_violations_are_reported_in_the_order_of_the_members() throws IOException {
        assertThat(
                        message(
                                """
                                {"MaxResults":1000,"SortOrder":"a","SortBy":"b","NextToken":"\\n",\
                                "StatusEquals":"c"}\
                                """))
                .isEqualTo(
                        "5 validation errors detected: "
                                + "Value 'c' at 'statusEquals' failed to satisfy constraint: Member"
                                + " must satisfy enum value set: [Completed, Stopped, InProgress,"
                                + " Stopping, Failed]; "
                                + "Value 'b' at 'sortBy' failed to satisfy constraint: Member must"
                                + " satisfy enum value set: [Name, CreationTime, Status]; "
                                + "Value 'a' at 'sortOrder' failed to satisfy constraint: Member"
                                + " must satisfy enum value set: [Descending, Ascending]; "
                                + "Value '\\n' at 'nextToken' failed to satisfy constraint: Member"
                                + " must satisfy regular expression pattern: .*; "
                                + "Value '1000' at 'maxResults' failed to satisfy constraint:"
                                + " Member must have value less than or equal to 100");
    }

    @Test
    void within_a_bucket_a_later_declared_value_comes_first() {
        // "Aa" and "BB" have the same hash code.
        assertThat(
                        AwsViolationMessages.sentence(
                                List.of(
                                        new Violation.NotInEnum(
                                                "X", "v", List.of("Aa", "a", "BB")))))
                .endsWith("enum value set: [BB, Aa, a]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | Value null at 'creationTime' failed to satisfy constraint: Member must not be"
                        + " null",
                "1 | Value 'x' at 'processingJobArn' failed to satisfy constraint: Member must be"
                        + " the ARN of a processing job in a region of its partition",
                "2 | Value 'x' at 'processingJobName' failed to satisfy constraint: Member must be"
                        + " the ARN's name, y",
                "3 | Value at 'exitMessage' failed to satisfy constraint: Member must be Unicode"
                        + " text without NUL or half a surrogate pair",
                "4 | Value '+10000-01-01T00:00:00Z' at 'creationTime' failed to satisfy"
                        + " constraint: Member must lie between the years 0000 and 9999",
                "5 | Value '2026-11-30T00:00:00Z' at 'creationTime' failed to satisfy constraint:"
                        + " Member must not lie after 2026-11-29T00:00:00Z",
            })
    void violations_of_records_alone_have_words_too(int violation, String words) {
        var violations =
                List.of(
                        new Violation.Missing("CreationTime"),
                        new Violation.NotAnArn("ProcessingJobArn", "x"),
                        new Violation.NotTheArnsName("ProcessingJobName", "x", "y"),
                        new Violation.NotText("ExitMessage"),
                        new Violation.TimeOutOfRange(
                                "CreationTime", Instant.parse("+10000-01-01T00:00:00Z")),
                        new Violation.TooFarAhead(
                                "CreationTime",
                                Instant.parse("2026-11-30T00:00:00Z"),
                                Instant.parse("2026-11-28T00:00:00Z"),
                                Duration.ofDays(1)));
        assertThat(AwsViolationMessages.sentence(List.of(violations.get(violation))))
                .isEqualTo("1 validation error detected: " + words);
    }

    private String message(String request) throws IOException {
        var response = server.list(request);
        assertThat(response.status()).isEqualTo(400);
        var beginning = "{\"__type\":\"ValidationException\",\"message\":\"";
        assertThat(response.body()).startsWith(beginning).endsWith("\"}");
        return response.body()
                .substring(beginning.length(), response.body().length() - 2)
                .replace("\\\"", "\"");
    }
}
