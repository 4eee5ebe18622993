package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class ProcessingJobNameTest {

    private static final Pattern OF_THE_API = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
    private static final String CHARACTERS = "azAZ09--@[`{/:.\n\u00e9\u0661";

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "a-b", "a---b", "job-2026-01-01", "0-0"})
    void a_name_has_letters_digits_and_hyphens_between_them(String name) {
        assertThat(new ProcessingJobName(name)).hasToString(name);
        assertThat(ProcessingJobName.parse(name)).contains(new ProcessingJobName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "a_b", "a b", "a.b", "a\n", "é", "ａ", "a\0"})
    void anything_else_is_no_name(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName(name))
                .withMessageContaining(name);
    }

    /// The API's pattern counts only letters and digits, so the length is a constraint of its own.
    @Test
    void a_name_has_up_to_63_characters_hyphens_included() {
        assertThat(new ProcessingJobName("a".repeat(63)).value()).hasSize(63);
        assertThat(new ProcessingJobName("a" + "-".repeat(61) + "b").value()).hasSize(63);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName("a".repeat(64)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName("a" + "-".repeat(62) + "b"));
    }

    @Test
    void a_short_text_is_a_name_if_it_matches_the_pattern_of_the_api() {
        var random = new Random(81);
        for (int i = 0; i < 100_000; i++) {
            String text =
                    random.ints(random.nextInt(6), 0, CHARACTERS.length())
                            .mapToObj(at -> CHARACTERS.substring(at, at + 1))
                            .collect(Collectors.joining());
            assertThat(ProcessingJobName.parse(text).isPresent())
                    .as(text)
                    .isEqualTo(OF_THE_API.matcher(text).matches());
        }
    }

    @Test
    void a_request_for_a_name_is_told_every_constraint_that_it_breaks() {
        String pattern = OF_THE_API.pattern();
        String tooLong = "-" + "a".repeat(63);

        assertThat(ProcessingJobName.check(Optional.of("a")))
                .isEqualTo(new Checked.Valid<>(new ProcessingJobName("a")));
        assertThat(ProcessingJobName.check(Optional.empty()))
                .isEqualTo(invalid(new Violation.Missing("ProcessingJobName")));
        assertThat(ProcessingJobName.check(Optional.of("")))
                .isEqualTo(
                        invalid(
                                new Violation.TooShort("ProcessingJobName", "", 1),
                                new Violation.PatternMismatch("ProcessingJobName", "", pattern)));
        assertThat(ProcessingJobName.check(Optional.of(tooLong)))
                .isEqualTo(
                        invalid(
                                new Violation.TooLong("ProcessingJobName", tooLong, 63),
                                new Violation.PatternMismatch(
                                        "ProcessingJobName", tooLong, pattern)));
    }

    private static Checked<ProcessingJobName> invalid(Violation... violations) {
        return new Checked.Invalid<>(List.of(violations));
    }
}
