package dev.rollcall.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.cli.errors.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

/// Which names a server without signatures answers to.
class ListenOptionsTest {

    private static ListenOptions options(String... arguments) {
        return CommandLine.populateCommand(new ListenOptions(), arguments);
    }

    @Test
    void no_other_name_is_allowed_unless_asked_for() {
        assertThat(options().allowedHosts()).isEmpty();
    }

    @Test
    void names_are_given_one_by_one_or_separated_by_commas() {
        assertThat(options("--allow-host", "a.example,b", "--allow-host", "fd00::7").allowedHosts())
                .containsExactlyInAnyOrder("a.example", "b", "fd00::7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example:8080", "http://a.example", "*", "a b"})
    void what_is_more_than_a_name_is_refused(String name) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> options("--allow-host", name).allowedHosts())
                .withMessage("--allow-host takes a name, and '%s' is none.", name)
                .extracting(UserError::recommendedAction)
                .asString()
                .endsWith("without scheme and port.");
    }
}
