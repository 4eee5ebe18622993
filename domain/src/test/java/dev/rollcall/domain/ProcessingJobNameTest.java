package dev.rollcall.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessingJobNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "a-b", "a---b", "job-2026-01-01", "0-0"})
    void a_name_has_letters_digits_and_hyphens_within(String name) {
        assertThat(new ProcessingJobName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "a_b", "a b", "a.b", "a\n", "é", "ａ", "a\0"})
    void anything_else_is_no_name(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName(name))
                .withMessageContaining(name);
    }

    /// The model's pattern counts only letters and digits, so hyphens need the length.
    @Test
    void a_name_has_up_to_63_characters_hyphens_included() {
        assertThat(new ProcessingJobName("a".repeat(63)).value()).hasSize(63);
        assertThat(new ProcessingJobName("a" + "-".repeat(61) + "b").value()).hasSize(63);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName("a".repeat(64)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProcessingJobName("a" + "-".repeat(62) + "b"));
    }
}
