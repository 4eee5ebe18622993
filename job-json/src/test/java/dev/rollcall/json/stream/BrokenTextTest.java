package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with one part of a stream harms no other, and is said in plain words, once.
class BrokenTextTest {

    private static final String A = "{\"ProcessingJobName\":\"a\"}";
    private static final String B = "{\"ProcessingJobName\":\"b\"}";
    private static final String C = "{\"ProcessingJobName\":\"c\"}";

    private static final String ENDS = "1 refused: breaks off: the text ends within it";

    /// Where a line may have been cut.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"Process",
                "{\"a\\",
                "{\"ProcessingJobName\"",
                "{\"ProcessingJobName\":",
                "{\"ProcessingJobName\":\"a",
                "{\"ProcessingJobName\":\"a\"",
                "{\"ProcessingJobName\":\"a\",",
                "{\"a\":{\"b\":[1,2],\"c\":",
                "{\"a\":[[",
                "{\"a\":{\"b\":[1,",
                "{\"a\":[{},",
                "{\"a\":[\"x\",",
            })
    void a_line_that_is_cut_off_harms_no_other(String cut) {
        assertThat(Found.in(cut)).containsExactly(ENDS);
        assertThat(Found.in(A + "\n" + cut + "\n")).hasSize(2).startsWith("1 a");
        var found = Found.in(cut + "\n" + A + "\n" + B + "\n[" + C + "]\n");
        assertThat(found).hasSize(4).endsWith("2 a", "3 b", "4:2 c");
        assertThat(found.getFirst()).startsWith("1 refused: ").contains("reaks off");
        assertThat(Found.in(cut + "\n\ufeff" + A + "\n\u001e" + B)).endsWith("2 a", "3 b");
        assertThat(Found.in(cut + "\r\n" + cut + "\r\n" + A + "\r\n" + B)).endsWith("3 a", "4 b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{~a~: broken} | not JSON: 'broken' in line 1, column 7, is out of place",
                "{~a~: 'x'} | not JSON: ''' in line 1, column 7, is out of place",
                "{~a~:1,} | not JSON: '}' in line 1, column 8, is out of place",
                "{~a~:1 ~b~:2} | not JSON: '~' in line 1, column 8, is out of place",
                "{~a~:[1}] | not JSON: '}' in line 1, column 8, is out of place",
                "{~a~:1] | not JSON: ']' in line 1, column 7, is out of place",
                "{~a~:01} | not JSON: '1' in line 1, column 7, is out of place",
                "{~a~:\u001b} | not JSON: '\\u001B' in line 1, column 6, is out of place",
                "{~a~:NaN} | holds NaN, which JSON has not: write null for a value that is missing",
                "{~a~:[-Infinity]} | holds Infinity, which JSON has not: write null for a value"
                        + " that is missing",
                "{'a':1} | looks like what Python prints: write it with `json.dump(answer, file,"
                        + " default=str)`",
            })
    void what_is_not_json_is_refused_in_plain_words(String json, String reason) {
        String text = json.replace('~', '"');
        String complaint = reason.replace('~', '"');

        assertThat(Found.in(text + "\n" + A + B))
                .containsExactly("1 refused: " + complaint, "2 a", "2:26 b");
        assertThat(Found.in(text + A + "\n" + B))
                .containsExactly(
                        "1 refused: " + complaint, "1:%d a".formatted(text.length() + 1), "2 b");
    }

    @Test
    void the_place_of_an_error_is_right_in_an_object_of_many_lines() {
        assertThat(Found.in(A + "\n [ {\n  \"x\": 1,\n  oops\n}, " + B + "]"))
                .containsExactly(
                        "1 a",
                        "2:4 refused: not JSON: 'oops' in line 4, column 3, is out of place",
                        "5:4 b");
        assertThat(
                        Found.in(
                                "{\"ProcessingJobSummaries\":[\n%s],\n \"x\": y, \"z\":1}\n%s"
                                        .formatted(A, B)))
                .containsExactly(
                        "2 a",
                        "1 refused: not JSON: 'y' in line 3, column 7, is out of place",
                        "4 b");
        assertThat(Found.in("{oops \"ProcessingJobSummaries\":[%s]}".formatted(A)))
                .containsExactly(
                        "1:33 a",
                        "1 refused: not JSON: 'oops' in line 1, column 1, is out of place");
    }

    @Test
    void a_line_that_is_cut_off_does_not_swallow_a_long_listing() {
        var jobs = (B + ",\n").repeat(50_000);

        assertThat(
                        Found.in(
                                "{\"ProcessingJobName\":\n{\"ProcessingJobSummaries\":[\n%s%s]}"
                                        .formatted(jobs, B)))
                .hasSize(50_003)
                .startsWith(
                        "1 refused: breaks off before line 2, where something new begins", "3 b")
                .endsWith("50003 b", "end");
    }

    @Test
    void a_value_may_begin_an_indented_line() {
        assertThat(
                        Found.in(
                                "{\n"
                                        + " \"Environment\":\n"
                                        + "  {\n"
                                        + "  },\n"
                                        + " \"ProcessingJobName\":\n"
                                        + " \"a\"\n"
                                        + "}\n"
                                        + B))
                .containsExactly("1 a", "8 b");
    }

    @Test
    void a_document_that_is_cut_off_is_one_refusal() {
        var listing =
                """
                {
                    "ProcessingJobSummaries": [
                        {
                            "ProcessingJobName": "a",
                            "Tags": [
                                {
                                    "Key": "x"
                                }
                            ]
                        },
                        {
                            "ProcessingJobName": "b",
                            "Tags": [
                                {
                                    "Key": "x"
                                },
                                {
                """;
        assertThat(Found.in(listing))
                .containsExactly("3 a", "11 refused: breaks off: the text ends within it");
        assertThat(Found.in(listing + A + "\n" + B + "\n"))
                .startsWith("3 a")
                .contains("18 a", "19 b");
    }

    @Test
    void a_document_that_ends_between_its_jobs_is_one_refusal() {
        assertThat(Found.in("[" + A + ",\n")).containsExactly("1:2 a", ENDS);
        assertThat(Found.in("{\"ProcessingJobSummaries\":[\n" + A + ",\n"))
                .containsExactly("2 a", ENDS);
        assertThat(Found.in("{\"ProcessingJobSummaries\":[\n" + A + "\n],"))
                .containsExactly("2 a", ENDS);
        assertThat(Found.in("{\"ProcessingJobSummaries\":[\n" + A + ",\n[[")).hasSize(2);
    }

    @Test
    void a_listing_that_is_cut_off_ends_where_another_begins() {
        var whole = "{\"ProcessingJobSummaries\":[\n" + B + "\n]}\n";

        assertThat(Found.in("{\"ProcessingJobSummaries\":[\n" + A + ",\n" + whole + C))
                .containsExactly(
                        "2 a",
                        "1 refused: breaks off before line 3, where something new begins",
                        "4 b",
                        "end",
                        "6 c");
        assertThat(Found.in("{\"ProcessingJobSummaries\":[\n" + A + "\n],\"Next\n" + whole + C))
                .containsExactly(
                        "2 a",
                        "1 refused: breaks off before line 4, where something new begins",
                        "5 b",
                        "end",
                        "7 c");
    }

    @Test
    void a_broken_object_of_many_lines_is_one_refusal_and_the_rest_of_its_list_is_read() {
        var broken =
                """
                [
                  {
                    "ProcessingJobName": "a",
                    "Tags": [
                      {
                        "Key": "x"
                      }
                    ],
                    "FailureReason": NaN
                  },
                  %s
                ]
                %s
                """
                        .formatted(B, C);
        assertThat(Found.in(broken))
                .containsExactly(
                        "2 refused: holds NaN, which JSON has not: write null for a value that is"
                                + " missing",
                        "11 b",
                        "13 c");
    }

    @Test
    void a_list_in_a_broken_object_does_not_stay_open() {
        var broken =
                """
                {
                  "x": NaN,
                  "y":
                  [
                    1, 2 ]
                }
                %s
                """
                        .formatted(B);
        assertThat(Found.in(broken))
                .containsExactly(
                        "1 refused: holds NaN, which JSON has not: write null for a value that is"
                                + " missing",
                        "7 b");
    }

    @Test
    void what_nests_too_deep_is_refused() {
        String deep = "{\"x\":" + "[".repeat(600) + "]".repeat(600) + "}";
        String reason = " refused: nests deeper than 100 levels";

        assertThat(Found.in(A + "\n" + deep + "\n" + B))
                .containsExactly("1 a", "2" + reason, "3 b");
        assertThat(Found.in("[" + deep + "," + A + "]"))
                .containsExactly("1:2" + reason, "1:1209 a");
        assertThat(Found.in("{\"x\":" + "[".repeat(600) + "\n" + A + "\n" + B))
                .containsExactly("1" + reason, "2 a", "3 b");
        assertThat(Found.in("[".repeat(101) + A + "]".repeat(101) + B))
                .containsExactly("1:101" + reason, "1:102 a", "1:227 refused: not a JSON object");
    }

    @Test
    void a_name_or_a_number_may_be_too_long() {
        String reason = "1 refused: has a name or a number that is too long";

        assertThat(Found.in("{\"" + "x".repeat(70_000) + "\":1}\n" + A))
                .containsExactly(reason, "2 a");
        assertThat(Found.in("{\"x\":" + "1".repeat(2_000) + "}\n" + A))
                .containsExactly(reason, "2 a");
    }

    /// Each of its lines begins an object that ends where all of it does.
    @ParameterizedTest
    @ValueSource(ints = {90, 100_000})
    @Timeout(30)
    void an_object_made_to_be_read_once_for_each_of_its_lines_is_not(int lines) {
        String nested = "{\"a\":[\n".repeat(lines);
        String rest = "1,".repeat((TextWindow.MAX_MARKED - nested.length()) / 2 - 100);

        assertThat(Found.in(nested + rest + "\n" + A + "\n" + B))
                .hasSize(2)
                .last()
                .isEqualTo("%d b".formatted(lines + 3));
    }

    @Test
    @Timeout(60)
    void an_object_made_to_have_its_lines_counted_once_for_each_object_in_it_is_not() {
        String inner = "{\"a\":\n {\"b\":1}x},\n";
        int count = TextWindow.MAX_MARKED / inner.length() - 10;

        var found = Found.in("{\"a\":[\n" + inner.repeat(count) + "\n" + A + "\n" + B);

        assertThat(found.getFirst()).startsWith("1 refused: ");
        assertThat(found).last().isEqualTo("%d b".formatted(2 * count + 4));
    }
}
