package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The forms that a stream of job records may have.
class JobRecordStreamTest {

    private static final String A = "{\"ProcessingJobName\":\"a\"}";
    private static final String B = "{\"ProcessingJobName\":\"b\",\"CreationTime\":1}";
    private static final String C = "{\"Foo\":[{\"x\":\"]}\\\"{\"}],\"ProcessingJobName\":\"c\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \r\n\t\n",
                "[]",
                "[[],[]]",
                "[ ]\n[\n]",
            })
    void nothing_is_found_in_nothing(String text) {
        assertThat(Found.in(text)).isEmpty();
    }

    @Test
    void values_may_be_separated_by_lines_blanks_commas_or_nothing() {
        assertThat(Found.in(A + "\n" + B + "\r\n" + C)).containsExactly("1 a", "2 b", "3 c");
        assertThat(Found.in(A + B + C)).containsExactly("1 a", "1:26 b", "1:68 c");
        assertThat(Found.in(A + "\n,\n" + B + "  " + C + ",\n"))
                .containsExactly("1 a", "3 b", "3:45 c");
        assertThat(Found.in("\u001e" + A + "\n\u001e" + B)).hasSize(2);
    }

    /// The window grows when an object is longer than it; such a character needs two places there.
    @ParameterizedTest
    @ValueSource(ints = {10_000, 32_768, 33_000, 60_000, 70_000})
    @Timeout(60)
    void a_long_record_may_have_any_characters_anywhere(int count) {
        for (String before : List.of("", "x")) {
            String text =
                    "{\"Foo\":\"%s\",\"ProcessingJobName\":\"a\"}"
                            .formatted(before + "😀".repeat(count));

            assertThat(Found.in(text + B)).hasSize(2).startsWith("1 a");
            assertThat(Found.in(text.getBytes(UTF_16LE))).containsExactly("1 a");
        }
    }

    @Test
    void lists_are_read_however_they_nest() {
        assertThat(Found.in("[" + A + "," + B + "]\n[[" + C + "]]"))
                .containsExactly("1:2 a", "1:28 b", "2:3 c");
        assertThat(Found.in("\n [\n" + A + "\n,\n" + B + "]" + C))
                .containsExactly("3 a", "5 b", "5:44 c");
    }

    @Test
    void a_listing_is_read_wherever_its_jobs_stand_in_it() {
        var first = "{\"ProcessingJobSummaries\":[%s,\n%s],\"NextToken\":\"x\"}".formatted(A, B);
        var last =
                """
                {
                    "ResponseMetadata": {"NextToken": "y"},
                    "NextToken": null,
                    "ProcessingJobSummaries" :
                    [
                        %s
                    ]
                }
                """
                        .formatted(C);
        assertThat(Found.in(first + last + A))
                .containsExactly("1:28 a", "2 b", "goes on", "7 c", "end", "10 a");
        assertThat(Found.in("[" + first + "," + last + "]"))
                .containsExactly("1:29 a", "2 b", "goes on", "7 c", "end");
    }

    @Test
    void a_listing_may_have_no_jobs() {
        assertThat(Found.in("{\"ProcessingJobSummaries\":[]}")).containsExactly("end");
        assertThat(Found.in("{\"ProcessingJobSummaries\":null,\"NextToken\":\"\u00e9\"}"))
                .containsExactly("goes on");
        assertThat(Found.in("{\"NextToken\":\"x\"}")).containsExactly("goes on");
    }

    @Test
    void a_listing_may_name_its_jobs_twice() {
        assertThat(
                        Found.in(
                                "{\"ProcessingJobSummaries\":[%s],\"ProcessingJobSummaries\":[%s]}"
                                        .formatted(A, B)))
                .containsExactly("1:28 a", "1:81 b", "end");
    }

    @Test
    void an_event_is_read_whatever_member_comes_first() {
        var type = "\"detail-type\":\"SageMaker Processing Job State Change\"";
        var detail = "\"detail\":" + A;
        var event = "{\"version\":\"0\"," + type + ",\"resources\":[\"x\"]," + detail + "}";
        var turned = "{" + detail + "," + type + "}";

        assertThat(Found.in(event + turned)).containsExactly("1 a", "1:123 a");
        assertThat(Found.in("[" + event + ",\n" + turned + "]")).containsExactly("1:2 a", "2 a");
    }

    @Test
    void events_of_another_type_are_refused_by_its_name() {
        assertThat(
                        Found.in(
                                """
                                {"detail-type":"SageMaker Training Job State Change","detail":{}}
                                {"detail-type":"\\u001b[31m","detail":{"ProcessingJobName":1}}
                                {"detail-type":"SageMaker Processing Job State Change"}
                                {"detail-type":"SageMaker Processing Job State Change","detail":[]}
                                {"detail":{"ProcessingJobName":"a"}}
                                """))
                .containsExactly(
                        "1 refused: an event of type 'SageMaker Training Job State Change'; only"
                                + " 'SageMaker Processing Job State Change' is read",
                        "2 refused: an event of type '\\u001B[31m'; only"
                                + " 'SageMaker Processing Job State Change' is read",
                        "3 refused: an event without detail",
                        "4 refused: A job is an object, not a list",
                        "5 refused: neither a job nor a listing of jobs nor an event of one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void a_text_may_be_in_any_encoding_of_unicode(String encoding) {
        String text =
                A
                        + "\n"
                        + "{\"ExitMessage\":\"\u00e9\ud83d\ude80\",\"ProcessingJobName\":\"\ud83d\ude80\"}";
        var charset = Charset.forName(encoding);

        assertThat(Found.in(text.getBytes(charset))).containsExactly("1 a", "2 \ud83d\ude80");
        assertThat(Found.in(("\ufeff" + text).getBytes(charset)))
                .containsExactly("1 a", "2 \ud83d\ude80");
        assertThat(Found.in(GzipMembersTest.zipped(text.getBytes(charset)))).hasSize(2);
        assertThat(Found.in("[]".getBytes(charset))).isEmpty();
    }

    @Test
    void a_byte_order_mark_may_come_again() {
        assertThat(Found.in("\ufeff" + A + "\n\ufeff" + B)).containsExactly("1 a", "2 b");
        assertThat(Found.in(("\ufeff" + A + "\n\ufeff" + B).getBytes(UTF_16LE))).hasSize(2);
    }

    @Test
    void bytes_that_are_none_in_the_encoding_are_refused_with_their_record() {
        var text = A + "\n{\"ProcessingJobName\":\"x\u00e9\"}\n" + B + "\n\u00e9\n" + C;
        var reason =
                " refused: holds bytes that are not UTF-8, as in a file saved in a Windows"
                        + " code page: save it as UTF-8";

        assertThat(Found.in(text.getBytes(Charset.forName("windows-1252"))))
                .containsExactly("1 a", "2" + reason, "3 b", "4" + reason, "5 c");
        byte[] odd = "{\"x\":\"a\"}".getBytes(UTF_16BE);
        assertThat(Found.in(GzipMembersTest.joined(odd, new byte[1])))
                .hasSize(2)
                .last()
                .isEqualTo("1:10 refused: holds bytes that are not UTF-16BE");
    }

    @Test
    void a_listing_is_read_however_long_its_one_line_is() {
        String jobs =
                IntStream.range(0, 40_000)
                        .mapToObj(i -> "{\"ProcessingJobName\":\"job-%d\"}".formatted(i))
                        .collect(Collectors.joining("," + " ".repeat(50)));

        assertThat(Found.in("{\"ProcessingJobSummaries\":[" + jobs + "],\"NextToken\":\"x\"}"))
                .hasSize(40_001)
                .endsWith("goes on");
    }

    @Test
    void megabytes_of_blanks_are_passed_over() {
        String blanks = (" ".repeat(1_000) + "\r\n").repeat(3_000);

        assertThat(Found.in(blanks + A + blanks + "," + blanks + B + blanks))
                .containsExactly("3001 a", "9001 b");
    }

    @Test
    void a_record_may_have_two_megabytes_and_no_more() {
        int around = "{\"x\":\"\",\"ProcessingJobName\":\"x\"}".length();
        for (String filler : List.of("x", "\u00e9", "\\\\")) {
            String longest = filler.repeat((TextWindow.MAX_MARKED - around) / filler.length());
            String fits = "{\"x\":\"%s\",\"ProcessingJobName\":\"x\"}".formatted(longest);
            String tooLong = fits.replace("\"x\"}", "\"xx" + "x".repeat(filler.length()) + "\"}");

            assertThat(Found.in(A + "\n" + fits + "\n" + B)).containsExactly("1 a", "2 x", "3 b");
            assertThat(Found.in(A + "\n" + tooLong + "\n" + B))
                    .containsExactly("1 a", "2 refused: longer than 2097152 characters", "3 b");
            assertThat(Found.in("[" + A + "," + tooLong + "," + B + "]"))
                    .hasSize(3)
                    .element(1)
                    .isEqualTo("1:28 refused: longer than 2097152 characters");
        }
    }

    @Test
    void a_time_without_a_zone_is_marked_as_read_in_utc() {
        assertThat(
                        Found.in(
                                """
                                {"ProcessingJobName":"a","CreationTime":"2023-11-14 22:13:20"}
                                {"ProcessingJobName":"b","CreationTime":"2023-11-14T22:13:20Z"}
                                """))
                .containsExactly("1 a, in UTC", "2 b");
    }

    @Test
    void what_came_before_a_failure_is_handed_on_and_the_line_is_named() throws IOException {
        var torn = InputStream.nullInputStream();
        torn.close();
        var stream =
                new SequenceInputStream(
                        new ByteArrayInputStream((A + "\n" + B + "\n{\"Proc").getBytes(UTF_8)),
                        torn);

        assertThat(Found.in(stream))
                .containsExactly("1 a", "2 b", "broken in line 3: Stream closed");
    }
}
