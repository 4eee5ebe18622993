package dev.rollcall.bootstrap;

import dev.rollcall.http.access.Secret;
import dev.rollcall.jdbc.H2Store;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The options that choose a storage.
final class StorageOptions {

    private static final Path DEFAULT_DATA = Path.of("rollcall-data");

    @Option(
            names = "--storage",
            paramLabel = "KIND",
            description = "Where jobs are kept: h2, postgres or mongo. Default: ${DEFAULT-VALUE}.")
    private String storage = "h2";

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
                "mongo: the connection string, mongodb://host/database?options. One with a password"
                        + " is better given as ROLLCALL_URL: others see a command line."
            })
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "postgres: who logs in.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "postgres: a file with the password. Default: no password.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--token-keys",
            paramLabel = "FILE",
            description =
                    "The keys of page tokens, for replicas that share them; see 'rollcall"
                            + " token-keys'. Default for h2: a file of the data directory, made on"
                            + " first use. For others it is needed by whatever lists.")
    private @Nullable Path tokenKeys;

    /// @throws UserError if there is no such storage, something it needs is missing, or something
    ///   was given that means nothing to it
    StorageSettings settings() {
        return switch (storage) {
            case "h2" -> h2();
            case "postgres" -> postgres();
            case "mongo" -> mongo();
            default ->
                    throw new UserError(
                            "There is no storage '%s'.".formatted(storage),
                            "choose one of: h2, postgres, mongo.");
        };
    }

    /// For what only reads: a mistyped directory would be made, and hold no jobs.
    ///
    /// @throws UserError as [#settings] does, or if a directory holds no database
    StorageSettings existing() {
        StorageSettings settings = settings();
        if (settings instanceof StorageSettings.H2 h2 && !H2Store.isIn(h2.data())) {
            throw new UserError(
                    "The data directory %s holds no database.".formatted(h2.data()),
                    "name the directory of one with --data.");
        }
        return settings;
    }

    private StorageSettings h2() {
        if (url != null || user != null || passwordFile != null) {
            throw new UserError(
                    "--url, --user and --password-file mean nothing without --storage postgres or"
                            + " mongo.",
                    "choose one of these, or leave them away.");
        }
        return new StorageSettings.H2(
                data == null ? DEFAULT_DATA : data, Optional.ofNullable(tokenKeys));
    }

    private StorageSettings postgres() {
        if (data != null) {
            throw new UserError(
                    "--data means nothing to --storage postgres.",
                    "choose --storage h2, or leave it away.");
        }
        if (url == null || user == null) {
            throw new UserError(
                    "--storage postgres needs to know the database and who logs in.",
                    "give --url jdbc:postgresql://host/database and --user NAME, and a"
                            + " --password-file unless the server asks for none.");
        }
        return new StorageSettings.Postgres(
                PostgresUrl.of(url),
                user,
                Optional.ofNullable(passwordFile),
                Optional.ofNullable(tokenKeys));
    }

    private StorageSettings mongo() {
        if (data != null || user != null || passwordFile != null) {
            throw new UserError(
                    "--data, --user and --password-file mean nothing to --storage mongo.",
                    "leave them away; who logs in stands in the --url.");
        }
        if (url == null || url.isEmpty()) {
            throw new UserError(
                    "--storage mongo needs to know the database.",
                    "give --url mongodb://host/database, or ROLLCALL_URL.");
        }
        return new StorageSettings.Mongo(Secret.of(url), Optional.ofNullable(tokenKeys));
    }
}
