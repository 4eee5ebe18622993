package dev.rollcall.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What was logged while something was done.
record CapturedLog<T>(T result, String log) {

    /// As the tests' `simplelogger.properties` has it.
    private static final Path FILE = Path.of("target", "tests.log");

    static <T> CapturedLog<T> of(Supplier<T> action) {
        int before = everything().length();
        T result = action.get();
        return new CapturedLog<>(result, everything().substring(before));
    }

    /// All that was logged since the tests began.
    static String everything() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
