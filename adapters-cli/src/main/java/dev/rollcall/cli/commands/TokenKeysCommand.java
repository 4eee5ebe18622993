package dev.rollcall.cli.commands;

import dev.rollcall.cli.files.TokenKeyFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `rollcall token-keys`: the keys of page tokens, for replicas that share them.
@Command(
        name = "token-keys",
        description = "Creates keys for page tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TokenKeysCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    /// Shows the help, as there is nothing to do without a command.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "new",
            description = "Prints a line for a file of token keys (serve --token-keys FILE).",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The first line of the file seals new tokens, and all lines open them. To rotate,"
                        + " add a new line last on every replica, then move it first on every"
                        + " replica, and remove the old line a day later.",
                "Only its owner may read the file: umask 077; rollcall token-keys new > FILE"
            })
    void newKey() {
        spec.commandLine().getOut().println(TokenKeyFile.newLine());
    }
}
