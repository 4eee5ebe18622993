package dev.rollcall.cli.errors;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/// Why something failed, in one line.
public final class FailureText {

    private FailureText() {}

    /// What the database or its driver says, or else the failure itself.
    public static String of(Exception failure) {
        Throwable told =
                Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .findFirst()
                        .orElse(failure);
        return words(told).replaceAll("\\s+", " ");
    }

    private static String words(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        // Its message is often the name of the file and nothing else.
        return failure instanceof FileSystemException
                ? failure.getClass().getSimpleName() + ": " + message
                : message;
    }
}
