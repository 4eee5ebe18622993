package dev.rollcall.domain.internal;

/// The length of a text as AWS counts it.
public final class TextLength {

    private TextLength() {}

    /// The number of Unicode code points, not of UTF-16 units.
    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
