package dev.rollcall.http.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What was logged while something was done.
public record CapturedLog<T>(T result, String log) {

    /// Each JVM of a build has its own, as `pom.xml` says. Elsewhere `simplelogger.properties`
    /// does.
    private static final Path FILE =
            Path.of(System.getProperty("org.slf4j.simpleLogger.logFile", "target/tests.log"));

    /// Reads what the action added and not all that came before it, which is megabytes.
    public static <T> CapturedLog<T> of(Supplier<T> action) {
        long before = FILE.toFile().length();
        T result = action.get();
        return new CapturedLog<>(result, after(before));
    }

    /// All that was logged since the tests began.
    public static String everything() {
        return after(0);
    }

    private static String after(long bytes) {
        if (!Files.exists(FILE)) {
            return "";
        }
        try (var log = Files.newByteChannel(FILE).position(bytes)) {
            return new String(Channels.newInputStream(log).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
