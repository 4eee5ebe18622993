package dev.rollcall.http.model;

/// How great a number, or how long something may be, both ends included.
public record Range(int min, int max) {

    static final Range ANY = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /// Whether this is more than there may be.
    public boolean isExceededBy(int value) {
        return value > max;
    }

    /// Reads `1..100`, `..8`, `3..` or `any`.
    static Range parse(String text) {
        if (text.equals("any")) {
            return ANY;
        }
        String[] ends = text.split("\\.\\.", -1);
        return new Range(
                ends[0].isEmpty() ? ANY.min : Integer.parseInt(ends[0]),
                ends[1].isEmpty() ? ANY.max : Integer.parseInt(ends[1]));
    }
}
