package dev.rollcall.jdbc.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A file beside these classes.
public final class Resource {

    private Resource() {}

    public static String text(String name) {
        try (var in = Resource.class.getResourceAsStream("/dev/rollcall/jdbc/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
