package dev.rollcall.domain.validation;

import java.util.regex.Pattern;

/// The checks that more than one value makes.
public final class Constraints {

    private Constraints() {}

    public static void require(Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' does not match " + pattern.pattern());
        }
    }

    /// The length AWS counts: Unicode code points, not UTF-16 units.
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }
}
