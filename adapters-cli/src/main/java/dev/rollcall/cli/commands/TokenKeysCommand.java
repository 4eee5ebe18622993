package dev.rollcall.cli.commands;

import dev.rollcall.cli.files.TokenKeyFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `rollcall token-keys`: the keys of page tokens, for replicas that share them.
@Command(
        name = "token-keys",
        description = "Makes keys for page tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TokenKeysCommand {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "new",
            description = "Prints a line for a file of token keys (serve --token-keys FILE).",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The first line of the file seals, all of them open. To rotate, put a new line"
                        + " first, on one replica after the other, and take the old one away a day"
                        + " later.",
                "Others must not read the file: umask 077; rollcall token-keys new > FILE"
            })
    void newKey() {
        var out = spec.commandLine().getOut();
        out.println(TokenKeyFile.newLine());
        out.flush();
    }
}
