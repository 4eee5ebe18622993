package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ChangedTagsTest {

    @Test
    void of_more_tags_than_a_job_may_be_given_none_is_lost() {
        var keys = IntStream.range(100, 170).mapToObj(String::valueOf).toList();

        assertThat(ChangedTags.deleting(keys.subList(0, 19)).apply(Optional.of(json(keys))))
                .isEmpty();
        assertThat(ChangedTags.deleting(keys.subList(0, 20)).apply(Optional.of(json(keys))))
                .contains(json(keys.subList(20, 70)));
    }

    private static String json(List<String> keys) {
        return keys.stream()
                .map("{\"Key\":\"%s\",\"Value\":\"\"}"::formatted)
                .collect(joining(",", "[", "]"));
    }
}
