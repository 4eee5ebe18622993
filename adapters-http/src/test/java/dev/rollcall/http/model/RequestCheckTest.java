package dev.rollcall.http.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Whatever a request is, what is wrong with it is told in few words.
class RequestCheckTest {

    private static final Value.Fields ADD_TAGS =
            Value.Fields.NONE.with(
                    "ResourceArn",
                    new Value.Text("arn:aws:sagemaker:us-east-1:123456789012:processing-job/a"));

    @Test
    void the_first_ten_violations_are_told() {
        var tags = new Value.Items(Collections.nCopies(50, Value.Fields.NONE));

        assertThat(check("AddTagsInput", ADD_TAGS.with("Tags", tags)))
                .hasSize(10)
                .startsWith(
                        new Violation.Missing("Tags.1.member.Key"),
                        new Violation.Missing("Tags.1.member.Value"))
                .endsWith(new Violation.Missing("Tags.5.member.Value"));
    }

    @Test
    void the_elements_of_a_list_that_is_too_long_are_not_looked_at() {
        var tags = new Value.Items(Collections.nCopies(51, Value.Fields.NONE));

        assertThat(check("AddTagsInput", ADD_TAGS.with("Tags", tags)))
                .containsExactly(new Violation.TooLong("Tags", tags.toString(), 50));
    }

    @Test
    void the_entries_of_a_map_that_is_too_long_are_not_looked_at() {
        SequencedMap<String, Value> entries = new LinkedHashMap<>();
        for (int i = 0; i <= 100; i++) {
            entries.put(i + "!", new Value.Text(""));
        }
        var environment = new Value.Fields(entries);

        assertThat(
                        check(
                                "CreateProcessingJobRequest",
                                Value.Fields.NONE.with("Environment", environment)))
                .filteredOn(it -> it.member().startsWith("Environment"))
                .containsExactly(new Violation.TooLong("Environment", environment.toString(), 100));
    }

    @Test
    void of_a_long_value_the_first_1024_characters_are_told() {
        assertThat(checkedName("a".repeat(1024))).containsExactly(tooLong("a".repeat(1024)));
        assertThat(checkedName("a".repeat(1025))).containsExactly(tooLong("a".repeat(1024) + "…"));
        assertThat(checkedName("a".repeat(100_000)))
                .containsExactly(tooLong("a".repeat(1024) + "…"));
        assertThat(checkedName("a".repeat(1023) + "🦖"))
                .containsExactly(tooLong("a".repeat(1023) + "…"));
    }

    @Test
    void of_a_value_that_no_enumeration_has_the_first_1024_characters_are_told() {
        var input =
                Value.Fields.NONE.with(
                        "S3Input",
                        Value.Fields.NONE.with("S3DataType", new Value.Text("x".repeat(1025))));
        var inputs = new Value.Items(List.of(input));

        assertThat(
                        check(
                                "CreateProcessingJobRequest",
                                Value.Fields.NONE.with("ProcessingInputs", inputs)))
                .contains(
                        new Violation.NotInEnum(
                                "ProcessingInputs.1.member.S3Input.S3DataType",
                                "x".repeat(1024) + "…",
                                List.of("ManifestFile", "S3Prefix")));
    }

    @Test
    void a_text_that_is_too_long_is_not_compared_with_its_pattern() {
        assertThat(checkedName("-".repeat(63)))
                .containsExactly(
                        new Violation.PatternMismatch(
                                "ProcessingJobName",
                                "-".repeat(63),
                                "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"));
        assertThat(checkedName("-".repeat(64))).containsExactly(tooLong("-".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateProcessingJobRequest",
                "StopProcessingJobRequest",
                "DeleteProcessingJobRequest",
                "AddTagsInput",
                "DeleteTagsInput"
            })
    void every_text_that_has_a_pattern_has_a_greatest_length(String input) {
        assertBounded(input, RequestModel.input(input));
    }

    private static void assertBounded(String where, Shape shape) {
        switch (shape) {
            case Shape.Text(var length, var pattern) -> {
                if (pattern.isPresent()) {
                    assertThat(length.max()).as(where).isLessThanOrEqualTo(4096);
                }
            }
            case Shape.ListOf(_, var element) -> assertBounded(where, element);
            case Shape.MapOf(_, var key, var value) -> {
                assertBounded(where, key);
                assertBounded(where, value);
            }
            case Shape.Structure(var members) ->
                    members.forEach(
                            (name, member) -> assertBounded(where + "." + name, member.shape()));
            case Shape.OneOf _, Shape.WholeNumber _, Shape.Flag _ -> {}
        }
    }

    private static List<Violation> checkedName(String name) {
        return check(
                "StopProcessingJobRequest",
                Value.Fields.NONE.with("ProcessingJobName", new Value.Text(name)));
    }

    private static Violation tooLong(String excerpt) {
        return new Violation.TooLong("ProcessingJobName", excerpt, 63);
    }

    private static List<Violation> check(String input, Value.Fields request) {
        return RequestCheck.of(RequestModel.input(input), request);
    }
}
