package dev.rollcall.json;

/// The part of a foreign text that a message repeats: short, and with everything in it visible.
public final class Excerpt {

    private static final int LENGTH = 100;

    private Excerpt() {}

    /// The beginning of a text.
    public static String of(String text) {
        String beginning = text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "\u2026";
        return VisibleText.of(beginning);
    }
}
