package dev.rollcall.cli.options;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.PostgresUrl;
import dev.rollcall.cli.storage.StorageSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The options that choose a storage.
public final class StorageOptions {

    /// The kinds of storage. The names are what the user types.
    enum Kind {
        h2,
        postgres,
        mongo,
        memory
    }

    static final class Kinds extends Choice<Kind> {
        Kinds() {
            super(Kind.values(), Kind::name);
        }
    }

    private static final Path DEFAULT_DATA = Path.of("rollcall-data");

    @Option(
            names = "--storage",
            paramLabel = "KIND",
            converter = Kinds.class,
            completionCandidates = Kinds.class,
            description =
                    "Where the jobs are: one of ${COMPLETION-CANDIDATES}; memory is for serve"
                            + " alone, and lost when it ends. Default: ${DEFAULT-VALUE}.")
    private Kind storage = Kind.h2;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "h2: the directory of the database. Default: rollcall-data.")
    private @Nullable Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "postgres: the database, jdbc:postgresql://host/database.",
                "mongo: the connection string, mongodb://host/database?options. Give one with a"
                        + " password as ROLLCALL_URL: others can see a command line."
            })
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "postgres: the user to log in as.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "postgres: a file with the password, read again for each new connection."
                            + " Default: the variable PGPASSWORD, or the .pgpass file.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--token-keys",
            paramLabel = "FILE",
            description =
                    "The keys of page tokens, read again while Rollcall runs; see 'rollcall"
                            + " token-keys'. Default for h2: a file in the data directory. The"
                            + " other storages keep them themselves. Made on first use.")
    private @Nullable Path tokenKeys;

    @Mixin private SecretOptions secrets = new SecretOptions();

    /// How open the files of secrets may be that the command is given.
    public SecretOptions secrets() {
        return secrets;
    }

    /// The settings of the storage that the options choose.
    ///
    /// @throws UserError if something it needs is missing, or an option was given that it does not
    ///   have
    public StorageSettings settings() {
        return switch (storage) {
            case h2 -> h2();
            case postgres -> postgres();
            case mongo -> mongo();
            case memory ->
                    throw new UserError(
                            "--storage memory is lost when the process ends.",
                            "use it with 'rollcall serve', or choose another storage.");
        };
    }

    /// As [#settings], for a command that runs as long as its storage is needed.
    public StorageSettings servedSettings() {
        return storage == Kind.memory ? memory() : settings();
    }

    private StorageSettings memory() {
        if (data != null
                || url != null
                || user != null
                || passwordFile != null
                || tokenKeys != null) {
            throw new UserError(
                    "--data, --url, --user, --password-file and --token-keys do not apply to"
                            + " --storage memory.",
                    "remove them, or choose another storage.");
        }
        return new StorageSettings.InMemory();
    }

    private StorageSettings h2() {
        if (url != null || user != null || passwordFile != null) {
            throw new UserError(
                    "--url, --user and --password-file do not apply to --storage h2.",
                    "remove them, or choose --storage postgres or mongo.");
        }
        return new StorageSettings.H2(data == null ? DEFAULT_DATA : data, secret(tokenKeys));
    }

    private StorageSettings postgres() {
        if (data != null) {
            throw new UserError(
                    "--data does not apply to --storage postgres.",
                    "remove it, or choose --storage h2.");
        }
        if (url == null || user == null) {
            throw new UserError(
                    "--storage postgres needs a database and a user.",
                    "give --url jdbc:postgresql://host/database and --user NAME, and"
                        + " --password-file FILE, PGPASSWORD or a .pgpass file unless the server"
                        + " asks for no password.");
        }
        return new StorageSettings.Postgres(
                PostgresUrl.of(url), user, secret(passwordFile), secret(tokenKeys));
    }

    private StorageSettings mongo() {
        if (data != null || user != null || passwordFile != null) {
            throw new UserError(
                    "--data, --user and --password-file do not apply to --storage mongo.",
                    "remove them; the user and the password are part of the --url.");
        }
        if (url == null || url.isEmpty()) {
            throw new UserError(
                    "--storage mongo needs a database.",
                    "give --url mongodb://host/database, or ROLLCALL_URL.");
        }
        return new StorageSettings.Mongo(url, secret(tokenKeys));
    }

    private Optional<SecretFile> secret(@Nullable Path file) {
        return Optional.ofNullable(file).map(secrets::file);
    }
}
