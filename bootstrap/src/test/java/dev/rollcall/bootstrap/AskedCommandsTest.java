package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.AskedCommands;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class AskedCommandsTest {

    private static int commandsFor(String... arguments) {
        var asked = new AskedCommands(List.of(arguments));
        return Main.commandLine(Map.of(), asked).getSubcommands().size();
    }

    @Test
    void only_the_command_that_the_first_argument_names_is_read() {
        assertThat(commandsFor("list", "--help")).isEqualTo(1);
        assertThat(commandsFor("--version")).isZero();
    }

    @Test
    void help_and_mistakes_know_all_commands() {
        int all = Main.commandLine(Map.of()).getSubcommands().size();

        assertThat(all).isGreaterThan(5);
        assertThat(commandsFor()).isEqualTo(all);
        assertThat(commandsFor("--help")).isEqualTo(all);
        assertThat(commandsFor("lst")).isEqualTo(all);
        assertThat(commandsFor("--version", "list")).isEqualTo(all);
    }
}
