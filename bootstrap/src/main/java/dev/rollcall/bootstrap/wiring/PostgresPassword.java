package dev.rollcall.bootstrap.wiring;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.PasswordFile;
import dev.rollcall.cli.files.SecretFile;

import java.util.Map;
import java.util.Optional;

/// Where the password of a PostgreSQL user is: in a file, or else in `PGPASSWORD`, as for every
/// program that speaks to PostgreSQL. If in neither, the driver looks into the `.pgpass` file.
record PostgresPassword(Optional<SecretFile> file, Map<String, String> environment) {

    private static final String VARIABLE = "PGPASSWORD";

    /// The password as it is now: a file may change, for a rotation or because it holds a token.
    ///
    /// @throws UserError if the file can't be read, or others can read it
    Optional<String> read() {
        return file.map(it -> new PasswordFile(it).read())
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)));
    }

    /// Without the environment, which may contain the password.
    @Override
    public String toString() {
        return "PostgresPassword[file=%s]".formatted(file);
    }
}
