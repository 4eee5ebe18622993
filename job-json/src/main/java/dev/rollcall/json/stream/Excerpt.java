package dev.rollcall.json.stream;

/// The part of a foreign text that a message repeats: short, and harmless to a terminal.
public final class Excerpt {

    private static final int LENGTH = 100;

    private Excerpt() {}

    /// The beginning of a text, in which `?` stands for each control character.
    public static String of(String text) {
        String beginning = text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "\u2026";
        return beginning.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
    }
}
