package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import java.io.IOException;

/// A file that holds a password and nothing else but a line end.
public record PasswordFile(SecretFile file) {

    /// Reads the password.
    ///
    /// @throws UserError if the file can't be read, or others can read it
    public String read() {
        try {
            return file.read().replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new UserError(
                    "The password in %s can't be read: %s".formatted(file, e.getMessage()),
                    "check the name, and that the file is text and readable for the user that runs"
                            + " Rollcall.",
                    e);
        }
    }
}
