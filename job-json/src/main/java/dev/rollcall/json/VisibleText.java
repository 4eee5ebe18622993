package dev.rollcall.json;

/// Text from outside, harmless to a terminal and to whoever reads it there.
///
/// What a terminal obeys (escape sequences, line breaks), what turns the order of a line around and
/// what is not seen at all is spelled as in JSON: `\n`, `\u001B`.
public final class VisibleText {

    private VisibleText() {}

    /// The text with each such character spelled out. JSON on one line stays JSON that says the
    /// same: they can only stand in its strings.
    public static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (isHidden(c)) {
                                spell(c, visible);
                            } else {
                                visible.appendCodePoint(c);
                            }
                        });
        return visible.toString();
    }

    /// Whether this is a control character, whether of ASCII or not, a format character, a line
    /// break, or half a surrogate pair.
    static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    private static void spell(int codePoint, StringBuilder visible) {
        switch (codePoint) {
            case '\t' -> visible.append("\\t");
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            default -> {
                for (char c : Character.toChars(codePoint)) {
                    visible.append(escape(c));
                }
            }
        }
    }

    /// `\u001B`, with capitals as in the JSON that Rollcall writes.
    static String escape(int c) {
        return "\\u%04X".formatted(c);
    }
}
