package dev.rollcall.json.stream;

/// Where something begins in a text.
///
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 units
/// @param firstOnLine whether only blanks stand before it on its line
public record Place(long line, long column, boolean firstOnLine) {

    /// `12` for what comes first on its line, else `12:34`.
    @Override
    public String toString() {
        return firstOnLine ? Long.toString(line) : line + ":" + column;
    }
}
