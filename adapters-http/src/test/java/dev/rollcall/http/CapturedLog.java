package dev.rollcall.http;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// What was logged while something was done.
record CapturedLog<T>(T result, String log) {

    static <T> CapturedLog<T> of(Supplier<T> action) {
        var bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            T result = action.get();
            return new CapturedLog<>(result, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
