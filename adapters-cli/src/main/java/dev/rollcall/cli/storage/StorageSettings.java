package dev.rollcall.cli.storage;

import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.json.VisibleText;

import java.nio.file.Path;
import java.util.Optional;

/// Where the jobs are. Each kind of storage is a type with its own settings and no others.
public sealed interface StorageSettings {

    /// An embedded H2 database in a directory, which one process at a time can open.
    ///
    /// @param tokenKeys the file of token keys; if empty, one in the directory
    record H2(Path data, Optional<SecretFile> tokenKeys) implements StorageSettings {}

    /// An H2 database in memory, lost when the process ends.
    record InMemory() implements StorageSettings {}

    /// A PostgreSQL database, which any number of processes share.
    ///
    /// @param password the file with the user's password; if empty, it is where programs that speak
    ///   to PostgreSQL look for one (`PGPASSWORD`, `.pgpass`), or there is none
    /// @param tokenKeys the file of token keys; if empty, the database keeps them
    record Postgres(
            PostgresUrl url,
            String user,
            Optional<SecretFile> password,
            Optional<SecretFile> tokenKeys)
            implements StorageSettings {}

    /// A MongoDB database, which any number of processes share.
    ///
    /// @param url the connection string, which may contain a password
    /// @param tokenKeys the file of token keys; if empty, the database keeps them
    record Mongo(String url, Optional<SecretFile> tokenKeys) implements StorageSettings {

        /// Without the password.
        @Override
        public String toString() {
            return withoutLoginAndOptions();
        }

        /// Whatever comes before the last `@` may be a password, even in a malformed string.
        public String withoutLoginAndOptions() {
            return url.replaceFirst("(?s)//.*@", "//").replaceFirst("(?s)\\?.*", "");
        }
    }

    /// Whether nothing of it is left when the process ends.
    default boolean isInMemory() {
        return switch (this) {
            case InMemory _ -> true;
            case H2 _, Postgres _, Mongo _ -> false;
        };
    }

    /// What to call the storage in messages; it contains no secret.
    default String description() {
        return switch (this) {
            case H2 h2 -> "h2: " + VisibleText.of(h2.data().toString());
            case InMemory _ -> "h2: in memory";
            case Postgres postgres -> "postgres: " + postgres.url().withoutParameters();
            case Mongo mongo -> "mongo: " + mongo.withoutLoginAndOptions();
        };
    }
}
