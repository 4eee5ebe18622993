package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import dev.rollcall.http.model.RequestModel;
import dev.rollcall.http.model.Value;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

class ShapeReaderTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "50, 50", "51, 51", "52, 51", "100000, 51"})
    void of_a_list_no_more_is_read_than_shows_that_it_is_too_long(int sent, int read)
            throws SerializationException {
        var tags = "{\"Key\":\"a\"},".repeat(sent) + "null";

        var request = read("{\"Tags\":[" + tags + "],\"ResourceArn\":\"x\"}", "AddTagsInput");

        assertThat(request.structures("Tags")).hasSize(read);
        assertThat(request.text("ResourceArn")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "100, 100", "101, 101", "102, 101", "10000, 101"})
    void of_a_map_no_more_is_read_than_shows_that_it_is_too_long(int sent, int read)
            throws SerializationException {
        var entries =
                IntStream.range(0, sent).mapToObj(i -> "\"a" + i + "\":\"\"").collect(joining(","));

        var request =
                read(
                        "{\"Environment\":{" + entries + "},\"RoleArn\":\"x\"}",
                        "CreateProcessingJobRequest");

        assertThat(
                        request.member("Environment")
                                .map(Value::fieldsOf)
                                .map(it -> it.members().size()))
                .isEqualTo(Optional.of(read));
        assertThat(request.text("RoleArn")).isEqualTo("x");
    }

    private static Value.Fields read(String json, String shape) throws SerializationException {
        return ShapeReader.read(json.getBytes(StandardCharsets.UTF_8), RequestModel.input(shape));
    }
}
