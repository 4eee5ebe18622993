package dev.rollcall.cli.errors;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/// Why something failed, in one line.
public final class FailureText {

    private FailureText() {}

    /// The message of the database or its driver if there is one, or else of the failure itself.
    public static String of(Exception failure) {
        Throwable reason =
                Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .findFirst()
                        .orElse(failure);
        return text(reason).replaceAll("\\s+", " ");
    }

    private static String text(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        // The message of such an exception is often nothing but the name of the file.
        return failure instanceof FileSystemException
                ? failure.getClass().getSimpleName() + ": " + message
                : message;
    }
}
