package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.http.support.ServedJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class SerializationErrorsTest extends ServedJobs {

    SerializationErrorsTest() {
        super(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'MaxResults':'1'} | STRING_VALUE can not be converted to an Integer",
                "{'MaxResults':true} | TRUE_VALUE can not be converted to an Integer",
                "{'MaxResults':false} | FALSE_VALUE can not be converted to an Integer",
                "{'MaxResults':[1]} | Start of list found where not expected",
                "{'NextToken':['x']} | Start of list found where not expected",
                "[] | Start of list found where not expected",
                "[{}] | Start of list found where not expected",
                "{'MaxResults':{'a':1}} | Start of structure or map found where not expected.",
                "{'SortBy':{}} | Start of structure or map found where not expected.",
                "{'NextToken':1} | NUMBER_VALUE can not be converted to a String",
                "{'NameContains':1.5} | NUMBER_VALUE can not be converted to a String",
                "{'StatusEquals':0} | NUMBER_VALUE can not be converted to a String",
                "{'SortOrder':-1e9} | NUMBER_VALUE can not be converted to a String",
                "{'NameContains':true} | TRUE_VALUE can not be converted to a String",
                "{'NameContains':false} | FALSE_VALUE can not be converted to a String",
                "{'CreationTimeAfter':'1'}"
                        + "| STRING_VALUE can not be converted to milliseconds since epoch",
                "{'CreationTimeBefore':true}"
                        + "| TRUE_VALUE can not be converted to milliseconds since epoch",
                "{'LastModifiedTimeAfter':false}"
                        + "| FALSE_VALUE can not be converted to milliseconds since epoch",
                "{'LastModifiedTimeBefore':[]} | Start of list found where not expected",
                "{'CreationTimeAfter':{}} | Start of structure or map found where not expected.",
            })
    void a_value_of_another_type_is_reported(String body, String message) throws IOException {
        var response = server.list(body.replace('\'', '"'));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"SerializationException\",\"Message\":\"%s\"}"
                                .formatted(message));
    }

    static Stream<Arguments> malformedBodies() {
        String empty = "is empty. Send a JSON object, {} if there is nothing to specify.";
        return Stream.of(
                arguments("", empty),
                arguments(" ", empty),
                arguments("\n\n", empty),
                arguments("{", "ends before its JSON object does (line 1, column 2)."),
                arguments("}", "is not valid JSON (line 1, column 1)."),
                arguments("null", "is not a JSON object (line 1, column 1)."),
                arguments("\n  true", "is not a JSON object (line 2, column 3)."),
                arguments("1", "is not a JSON object (line 1, column 1)."),
                arguments("\"x\"", "is not a JSON object (line 1, column 1)."),
                arguments("{\"MaxResults\":1,}", "is not valid JSON (line 1, column 17)."),
                arguments(
                        "{\"MaxResults\":1",
                        "ends before its JSON object does (line 1, column 16)."),
                arguments("{\"MaxResults\"}", "is not valid JSON (line 1, column 14)."),
                arguments("{\"MaxResults\":}", "is not valid JSON (line 1, column 15)."),
                arguments("{\"MaxResults\":01}", "is not valid JSON (line 1, column 16)."),
                arguments("{\"MaxResults\":+1}", "is not valid JSON (line 1, column 16)."),
                arguments("{\"MaxResults\":1.}", "is not valid JSON (line 1, column 16)."),
                arguments("{\"MaxResults\":.5}", "is not valid JSON (line 1, column 15)."),
                arguments("{\"MaxResults\":NaN}", "is not valid JSON (line 1, column 18)."),
                arguments("{\"MaxResults\":1e}", "is not valid JSON (line 1, column 16)."),
                arguments("{\"NameContains\":\"\\q\"}", "is not valid JSON (line 1, column 19)."),
                arguments("{\"NameContains\":\"\n\"}", "is not valid JSON (line 1, column 18)."),
                arguments("{\"NameContains\":'x'}", "is not valid JSON (line 1, column 17)."),
                arguments("{NameContains:\"x\"}", "is not valid JSON (line 1, column 2)."),
                arguments("{\n\"SortBy\": Name }", "is not valid JSON (line 2, column 11)."),
                arguments(
                        "{\"NameContains\":\"x}",
                        "ends before its JSON object does (line 1, column 20)."),
                arguments("{}{}", "continues after its JSON object (line 1, column 3)."),
                arguments("{}\n1", "continues after its JSON object (line 2, column 1)."),
                arguments("{} x", "is not valid JSON (line 1, column 4)."),
                arguments("{}]", "is not valid JSON (line 1, column 3)."),
                arguments("{}\u0000", "is not valid JSON (line 1, column 3)."),
                arguments(
                        "\ufeff{}",
                        "begins with a byte order mark, which JSON does not allow (line 1, column"
                                + " 1)."),
                arguments("{/* */}", "is not valid JSON (line 1, column 2)."),
                arguments(
                        "{\"MaxResults\":1,\n\"MaxResults\":1}",
                        "has a member twice (line 2, column 1)."),
                arguments("{\"a\":1,\"a\":1}", "has a member twice (line 1, column 8)."));
    }

    @ParameterizedTest
    @MethodSource("malformedBodies")
    void a_malformed_body_is_reported_with_the_place_of_the_error(String body, String words)
            throws IOException {
        var response = server.list(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(malformed(words));
    }

    private static String malformed(String words) {
        return "{\"__type\":\"SerializationException\",\"Message\":\"The request body %s\"}"
                .formatted(words);
    }

    @Test
    void a_body_that_is_not_utf_8_is_malformed() throws IOException {
        for (byte[] text :
                List.of(
                        new byte[] {(byte) 0xff},
                        new byte[] {(byte) 0xc3},
                        new byte[] {(byte) 0xc0, (byte) 0xaf}, // an overlong slash
                        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, // half a pair
                        new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80})) {
            var body =
                    ("{\n\"NameContains\":\""
                                    + new String(text, StandardCharsets.ISO_8859_1)
                                    + "\"}")
                            .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(server.list(body).body())
                    .isEqualTo(malformed("is not valid UTF-8 (line 2, column 17)."));
        }
        assertThat(server.list("{}".getBytes(StandardCharsets.UTF_16LE)).body())
                .isEqualTo(malformed("is not valid JSON (line 1, column 2)."));
        assertThat(server.list("{}".getBytes(StandardCharsets.UTF_16)).body())
                .isEqualTo(malformed("is not valid UTF-8 (line 1, column 1)."));
    }

    @Test
    void only_the_first_of_several_errors_is_reported() throws IOException {
        assertThat(server.list("{\"NextToken\":1,\"MaxResults\":true}").body())
                .contains("NUMBER_VALUE can not be converted to a String");
        assertThat(server.list("{\"MaxResults\":true,\"NextToken\":1}").body())
                .contains("TRUE_VALUE can not be converted to an Integer");
        assertThat(server.list("{\"MaxResults\":true,").body())
                .contains("TRUE_VALUE can not be converted to an Integer");
        assertThat(server.list("{,\"MaxResults\":true}").body()).contains("is not valid JSON");
    }

    @Test
    void types_are_checked_before_constraints() throws IOException {
        assertThat(server.list("{\"MaxResults\":0,\"SortBy\":1}").body())
                .contains("SerializationException")
                .contains("NUMBER_VALUE can not be converted to a String");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " \t\r\n{ } \n",
                "{\"MaxResults\":null,\"NextToken\":null,\"CreationTimeAfter\":null}",
                "{\"Unknown\":1,\"maxresults\":\"x\",\"More\":{\"a\":[{\"b\":null}]}}",
                "{\"MaxResults\":1.9}",
                "{\"MaxResults\":1E2}",
                "{\"MaxResults\":100.9999}",
                "{\"NameContains\":\"\\ud800\"}",
            })
    void what_aws_accepts_is_answered(String body) throws IOException {
        assertThat(server.list(body).status()).isEqualTo(200);
    }

    @Test
    void nesting_numbers_and_names_have_a_limit() throws IOException {
        assertThat(server.list("{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}").status())
                .isEqualTo(200);
        assertThat(server.list("{\"x\":" + "9".repeat(1000) + "}").status()).isEqualTo(200);
        assertThat(server.list("{\"" + "x".repeat(1024) + "\":1}").status()).isEqualTo(200);

        for (String body :
                List.of(
                        "{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}",
                        "{\"x\":" + "[".repeat(100_000),
                        "{\"x\":" + "9".repeat(1001) + "}",
                        "{\"MaxResults\":" + "9".repeat(120_000) + "}",
                        "{\"" + "x".repeat(1025) + "\":1}")) {
            assertThat(server.list(body).body())
                    .matches(
                            Pattern.quote("{\"__type\":\"SerializationException\",\"Message\":")
                                    + "\"The request body exceeds a limit of 1024 characters in a"
                                    + " name, 1000 in a number and 32 levels of depth"
                                    + " \\(line 1, column [0-9]+\\)\\.\"}");
        }
        assertThat(server.list("{\"MaxResults\":-" + "9".repeat(1000) + "}").body())
                .isEqualTo(
                        malformed(
                                "has a number of more than 1000 characters (line 1, column 15)."));
    }

    @Test
    void a_text_may_be_as_long_as_the_body() throws IOException {
        int rest = TestServer.LIMITS.bodyBytes() - "{'NameContains':''}".length();
        for (int length : List.of(16 * 1024 + 1, rest)) {
            var response = server.list("{\"NameContains\":\"" + "x".repeat(length) + "\"}");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"ProcessingJobSummaries\":[]}");
        }
    }

    @Test
    void no_error_repeats_the_body() throws IOException {
        for (String body :
                List.of(
                        "{\"secret\"",
                        "{\"secret\":secret}",
                        "{\"secret\":1,\"secret\":2}",
                        "secret")) {
            assertThat(server.list(body).body()).doesNotContain("secret");
        }
    }
}
