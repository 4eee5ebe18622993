package dev.rollcall.json;

import tools.jackson.core.io.JsonStringEncoder;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// The one spelling of JSON in which equal values are equal texts: compact, the members of objects
/// in alphabetical order, texts escaped no more than JSON demands.
final class CanonicalJson {

    static final String NULL = "null";

    /// Integers of more digits are written with an exponent.
    private static final int PLAIN_DIGITS = 20;

    private CanonicalJson() {}

    static String text(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"').toString();
    }

    static String number(JsonNumber number) {
        BigDecimal value = number.value().stripTrailingZeros();
        boolean isShortInteger =
                value.scale() <= 0 && (long) value.precision() - value.scale() <= PLAIN_DIGITS;
        return isShortInteger ? value.toPlainString() : value.toString();
    }

    static String list(Collection<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /// @param members the value of each in this spelling
    static String object(SortedMap<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
