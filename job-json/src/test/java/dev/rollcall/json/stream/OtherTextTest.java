package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is neither a job nor a list of jobs is passed over, and is said in plain words, once.
class OtherTextTest {

    private static final String A = "{\"ProcessingJobName\":\"a\"}";
    private static final String B = "{\"ProcessingJobName\":\"b\"}";
    private static final String C = "{\"ProcessingJobName\":\"c\"}";

    @Test
    void a_value_that_is_no_object_is_refused() {
        assertThat(Found.in("[1,null,\"{\\\"\",[true],%s]".formatted(A)))
                .containsExactly(
                        "1:2 refused: not a JSON object",
                        "1:4 refused: not a JSON object",
                        "1:9 refused: not a JSON object",
                        "1:16 refused: not a JSON object",
                        "1:22 a");
        assertThat(Found.in("1\n" + A + "\n\"" + A + "\"\n" + B + " x " + A + "\n" + C))
                .containsExactly(
                        "1 refused: not a JSON object",
                        "2 a",
                        "3 refused: not a JSON object",
                        "4 b",
                        "4:27 refused: not a JSON object",
                        "5 c");
    }

    @Test
    void brackets_that_close_nothing_are_refused() {
        assertThat(Found.in(A + "\n  ]\n}\n" + B + "]\n[" + C + "}]"))
                .containsExactly(
                        "1 a",
                        "2 refused: not a JSON object x2",
                        "4 b",
                        "4:26 refused: not a JSON object",
                        "5:2 c",
                        "5:27 refused: not a JSON object");
    }

    @Test
    void lines_without_records_are_one_refusal_that_counts_them() {
        assertThat(Found.in(A + "\nlog\n\n more\n" + B + "\nlog\n" + C + "\nlog"))
                .containsExactly(
                        "1 a",
                        "2 refused: not a JSON object x2",
                        "5 b",
                        "6 refused: not a JSON object",
                        "7 c",
                        "8 refused: not a JSON object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "ProcessingJobSummaries:\\n- CreationTime: '2021' | looks like YAML",
                "---\\nNextToken: x | looks like YAML",
                "- ProcessingJobSummaries: []\\n  x | looks like YAML",
                "PROCESSINGJOBSUMMARIES\\t2021\\na\\tb | looks like the text output of the AWS CLI",
                "------------------\\n"
                        + "+-ListProcess | looks like the table output of the AWS CLI",
                "CreationTime         : 11/14/2023\\n"
                        + "ExitMessage : | looks like what PowerShell prints",
            })
    void another_form_is_called_by_its_name_with_what_helps(String text, String looks) {
        assertThat(Found.in(text.replace("\\n", "\n").replace("\\t", "\t")))
                .singleElement()
                .asString()
                .startsWith("1 refused: " + looks)
                .endsWith("save it with `--output json` x2");
    }

    @Test
    void gzip_data_after_plain_text_is_refused_and_not_dropped() {
        byte[] plain = (A + "\n").getBytes(UTF_8);

        assertThat(Found.in(GzipMembersTest.joined(plain, GzipMembersTest.zipped(plain))))
                .first()
                .isEqualTo("1 a");
        assertThat(Found.in(GzipMembersTest.joined(plain, GzipMembersTest.zipped(plain))))
                .element(1)
                .asString()
                .startsWith(
                        "2 refused: looks like gzip data after plain text: import it as a file of"
                                + " its own");
    }
}
