package dev.rollcall.cli.storage;

import dev.rollcall.cli.errors.UserError;

import java.util.regex.Pattern;

/// Where a PostgreSQL database is, as its driver takes it: `jdbc:postgresql://host:port/database`,
/// with parameters of the driver after a `?` if need be. It contains no secret.
public record PostgresUrl(String text) {

    private static final String PREFIX = "jdbc:postgresql:";

    /// Who logs in, and with what, before the `@` of a host or as a parameter.
    private static final Pattern LOGIN =
            Pattern.compile("^[^?]*@|[?&](user|\\w*password)=", Pattern.CASE_INSENSITIVE);

    /// Checks a URL. A refusal does not repeat it, since it may contain a password.
    ///
    /// @throws UserError if it is no such URL, or names a user or a password
    public static PostgresUrl of(String text) {
        if (LOGIN.matcher(text).find()) {
            throw new UserError(
                    "The --url names a user or a password, which everybody on this machine can"
                            + " see.",
                    "leave them out of it, and give --user and --password-file.");
        }
        if (!text.startsWith(PREFIX)) {
            throw new UserError(
                    "The --url is not one of PostgreSQL.",
                    "give one like jdbc:postgresql://host/database.");
        }
        return new PostgresUrl(text);
    }

    public String withoutParameters() {
        return text.replaceFirst("\\?.*", "");
    }
}
