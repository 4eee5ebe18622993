package dev.rollcall.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class AnswerOptionsTest {

    private static SortOrder order(String... arguments) {
        return CommandLine.populateCommand(new AnswerOptions(), arguments).defaultSortOrder();
    }

    @Test
    void the_default_order_is_that_of_the_api_page() {
        assertThat(order()).isEqualTo(SortOrder.ASCENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Descending", "descending", "DESCENDING"})
    void an_order_may_be_given_in_any_case(String order) {
        assertThat(order("--default-sort-order", order)).isEqualTo(SortOrder.DESCENDING);
        assertThat(order("--default-sort-order", "ascending")).isEqualTo(SortOrder.ASCENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "desc", ""})
    void another_word_is_refused_with_those_that_there_are(String word) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> order("--default-sort-order", word))
                .withMessageContaining("'" + word + "' is not one of Ascending, Descending");
    }
}
