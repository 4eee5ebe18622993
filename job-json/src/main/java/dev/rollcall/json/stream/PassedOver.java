package dev.rollcall.json.stream;

/// Reads past text that holds no record.
///
/// @param text whose last character was the first of what is passed over
record PassedOver(TextWindow text) {

    /// Begins a value in RFC 7464.
    static final int RECORD_SEPARATOR = 0x1e;

    static final int BYTE_ORDER_MARK = 0xfeff;

    /// Whether a character carries nothing between values.
    static boolean separates(int c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ',', RECORD_SEPARATOR, BYTE_ORDER_MARK -> true;
            default -> false;
        };
    }

    /// Reads past an entry of a list that is no object.
    Refusal entry(int first) {
        Place at = text.place(text.offset() - 1);
        if (first == '"') {
            ObjectScan.string(text);
        } else if (first != '}') {
            int c = text.next();
            while (c >= 0 && c != ',' && c != ']' && c != '}' && c != '\n') {
                c = text.next();
            }
            backUnlessEnd(c);
        }
        return new Refusal(at, 1, Complaints.NO_OBJECT);
    }

    /// Reads past the rest of a line, and the following lines that begin with no bracket.
    Refusal lines(int first) {
        long from = text.offset() - 1;
        Place at = text.place(from);
        var beginning = new StringBuilder();
        for (int c = first; c >= 0 && c != '\n'; c = text.next()) {
            if (beginning.length() < OtherForms.LENGTH) {
                beginning.append((char) c);
            }
        }
        String reason =
                OtherForms.reason(beginning.toString())
                        .orElseGet(
                                () ->
                                        text.malformedSince(from)
                                                ? Complaints.encoding(text.encoding())
                                                : Complaints.NO_OBJECT);
        long lines = 1;
        while (anotherLine()) {
            lines++;
        }
        return new Refusal(at, lines, reason);
    }

    /// Reads past the rest of a line, up to an offset at most.
    void line(long until) {
        int c = 0;
        while (c >= 0 && c != '\n' && text.offset() < until) {
            c = text.next();
        }
    }

    private boolean anotherLine() {
        int c = text.next();
        while (separates(c)) {
            c = text.next();
        }
        if (c < 0 || c == '{' || c == '[') {
            backUnlessEnd(c);
            return false;
        }
        line(Long.MAX_VALUE);
        return true;
    }

    private void backUnlessEnd(int c) {
        if (c >= 0) {
            text.back();
        }
    }
}
