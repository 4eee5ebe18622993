package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.ServedJobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class SerializationErrorsTest extends ServedJobs {

    private static final String MALFORMED = "{\"__type\":\"SerializationException\"}";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "null",
                "true",
                "1",
                "\"x\"",
                "{\"MaxResults\":1,}",
                "{\"MaxResults\":1",
                "{\"MaxResults\"}",
                "{\"MaxResults\":}",
                "{\"MaxResults\":01}",
                "{\"MaxResults\":+1}",
                "{\"MaxResults\":1.}",
                "{\"MaxResults\":.5}",
                "{\"MaxResults\":NaN}",
                "{\"MaxResults\":Infinity}",
                "{\"MaxResults\":1e}",
                "{\"NameContains\":\"\\q\"}",
                "{\"NameContains\":\"\n\"}",
                "{\"NameContains\":'x'}",
                "{NameContains:\"x\"}",
                "{\"NameContains\":\"x}",
                "{}{}",
                "{} x",
                "{}]",
                "{}\u0000",
                "\ufeff{}",
                "{/* */}",
                "{\"MaxResults\":1,\"MaxResults\":1}",
                "{\"a\":1,\"a\":1}",
            })
    void a_body_that_is_not_a_json_object_is_malformed(String body) throws IOException {
        var response = server.list(body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(MALFORMED);
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
                    ("{\"NameContains\":\"" + new String(text, StandardCharsets.ISO_8859_1) + "\"}")
                            .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(server.list(body).body()).isEqualTo(MALFORMED);
        }
        assertThat(server.list("{}".getBytes(StandardCharsets.UTF_16LE)).body())
                .isEqualTo(MALFORMED);
    }

    @Test
    void only_the_first_of_several_errors_is_reported() throws IOException {
        assertThat(server.list("{\"NextToken\":1,\"MaxResults\":true}").body())
                .contains("NUMBER_VALUE can not be converted to a String");
        assertThat(server.list("{\"MaxResults\":true,\"NextToken\":1}").body())
                .contains("TRUE_VALUE can not be converted to an Integer");
        assertThat(server.list("{\"MaxResults\":true,").body())
                .contains("TRUE_VALUE can not be converted to an Integer");
        assertThat(server.list("{,\"MaxResults\":true}").body()).isEqualTo(MALFORMED);
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
    void strings_and_nesting_have_a_limit() throws IOException {
        assertThat(server.list("{\"NameContains\":\"" + "x".repeat(16 * 1024) + "\"}").status())
                .isEqualTo(200);
        assertThat(server.list("{\"NameContains\":\"" + "x".repeat(16 * 1024 + 1) + "\"}").body())
                .isEqualTo(MALFORMED);
        assertThat(server.list("{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}").status())
                .isEqualTo(200);
        assertThat(server.list("{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}").body())
                .isEqualTo(MALFORMED);
        assertThat(server.list("{\"x\":" + "[".repeat(100_000)).body()).isEqualTo(MALFORMED);
        assertThat(server.list("{\"x\":" + "9".repeat(500_000) + "}").body()).isEqualTo(MALFORMED);
        assertThat(server.list("{\"MaxResults\":" + "9".repeat(500_000) + "}").body())
                .isEqualTo(MALFORMED);
    }
}
