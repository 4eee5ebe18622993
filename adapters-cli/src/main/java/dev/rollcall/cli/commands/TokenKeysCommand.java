package dev.rollcall.cli.commands;

import dev.rollcall.application.ShareTokenKeys;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// `rollcall token-keys`: the keys of page tokens.
@Command(
        name = "token-keys",
        description = "Changes the keys of page tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TokenKeysCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public TokenKeysCommand(Storages storages) {
        this.storages = storages;
    }

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
                "The first line of the file seals new tokens, and all lines open them. A server"
                    + " reads the file again while it runs. To rotate, add a new line last on every"
                    + " replica, then move it first on every replica, and remove the old line a day"
                    + " later.",
                "Only its owner may read the file: umask 077; rollcall token-keys new > FILE"
            })
    void newKey() {
        spec.commandLine().getOut().println(TokenKeyFile.newLine());
    }

    @Command(
            name = "rotate",
            description = "Gives all replicas a new key, where the storage keeps the keys.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "PostgreSQL and MongoDB keep the keys, unless --token-keys names a file. Servers"
                    + " need no restart, and no walk breaks: every replica reads the new key within"
                    + " a minute, seals with it some minutes later, and opens the tokens of the key"
                    + " before it for as long as they are valid."
            })
    void rotate(@Mixin StorageOptions options) {
        StorageSettings storage = options.settings();
        fileOf(storage)
                .ifPresent(
                        file -> {
                            throw new UserError(
                                    ("The token keys of this storage are in the file %s, which"
                                                    + " people rotate.")
                                            .formatted(file),
                                    "see 'rollcall token-keys new --help'.");
                        });
        ShareTokenKeys.Rotated rotated = storages.rotateTokenKeys(storage);
        var out = spec.commandLine().getOut();
        out.println(
                "A new key was added, which seals page tokens from %s on."
                        .formatted(rotated.sealsFrom().truncatedTo(ChronoUnit.SECONDS)));
        out.println(
                "Keys whose last token has expired, and which were removed: " + rotated.removed());
    }

    private static Optional<SecretFile> fileOf(StorageSettings storage) {
        return switch (storage) {
            case StorageSettings.H2(var data, var file) ->
                    file.or(() -> Optional.of(TokenKeyFile.in(data).file()));
            case StorageSettings.InMemory _ -> Optional.empty();
            case StorageSettings.Postgres postgres -> postgres.tokenKeys();
            case StorageSettings.Mongo mongo -> mongo.tokenKeys();
        };
    }
}
