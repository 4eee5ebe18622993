package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What helps a person who does not know the commands by heart.
class HelpTest {

    @Test
    void without_a_command_the_help_is_shown() {
        assertThat(run()).isEqualTo(run("--help"));
        assertThat(run().status()).isZero();
        assertThat(run().out()).contains("rollcall demo", "import", "Exit status: ");
        assertThat(run("token-keys")).isEqualTo(run("token-keys", "--help"));
    }

    @ParameterizedTest
    @CsvSource({
        "lst, list",
        "exprot, export",
        "server, serve",
        "imprt, import or export",
        "tokenkeys, token-keys"
    })
    void a_mistyped_command_is_answered_with_the_likely_ones(String mistyped, String likely) {
        var outcome = run(mistyped, "jobs.json");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith(
                                                "There is no command '%s'. Did you mean %s"
                                                        .formatted(mistyped, likely)),
                        second ->
                                assertThat(second)
                                        .isEqualTo("Recommended action: see 'rollcall --help'."));
    }

    @Test
    void a_mistyped_option_is_answered_with_the_likely_ones() {
        assertThat(run("list", "--sortby", "Name").err())
                .contains("'--sortby'", "Did you mean --sort-by or --sort-order?")
                .contains("Recommended action: see 'rollcall list --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "-x"})
    void what_is_like_nothing_there_is_gets_no_suggestion(String unknown) {
        var outcome = run(unknown);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + unknown + "'").doesNotContain("Did you mean");
    }
}
