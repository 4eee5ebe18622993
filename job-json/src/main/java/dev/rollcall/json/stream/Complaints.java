package dev.rollcall.json.stream;

import dev.rollcall.json.Excerpt;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in plain words why a text cannot be read.
final class Complaints {

    static final String NO_OBJECT = "not a JSON object";
    static final String BREAKS_OFF = "breaks off: the text ends within it";
    static final String TOO_DEEP = "nests deeper than %d levels".formatted(ObjectScan.MAX_DEPTH);
    static final String TOO_LONG = "longer than %d characters".formatted(TextWindow.MAX_MARKED);

    private static final Pattern NOT_A_NUMBER = Pattern.compile("(NaN|Infinity)$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_]+|.", Pattern.DOTALL);

    private Complaints() {}

    static String breaksOffBefore(Place next) {
        return "breaks off before line %d, where something new begins".formatted(next.line());
    }

    static String encoding(Charset encoding) {
        return "holds bytes that are not %s%s"
                .formatted(
                        encoding,
                        encoding.equals(StandardCharsets.UTF_8)
                                ? ", as in a file saved in a Windows code page: save it as UTF-8"
                                : "");
    }

    /// What is wrong with an object that is not JSON.
    ///
    /// @param places where each character of it is
    /// @param breaksOff what to say if nothing is wrong but that it has no end
    static String notJson(
            JacksonException e, CharBuffer object, IntFunction<Place> places, String breaksOff) {
        if (e instanceof StreamConstraintsException) {
            return "has a name or a number that is too long";
        }
        String text = object.toString().stripTrailing();
        int at = (int) e.getLocation().getCharOffset();
        if (at >= text.length()) {
            return breaksOff;
        }
        Matcher notANumber = NOT_A_NUMBER.matcher(text).region(Math.max(0, at - 8), at);
        if (notANumber.find()) {
            return "holds %s, which JSON has not: write null for a value that is missing"
                    .formatted(notANumber.group());
        }
        return OtherForms.reason(text).orElseGet(() -> outOfPlace(text, at, places.apply(at)));
    }

    private static String outOfPlace(String text, int at, Place place) {
        Matcher word = WORD.matcher(text).region(at, text.length());
        return "not JSON: '%s' in line %d, column %d, is out of place"
                .formatted(
                        word.lookingAt() ? Excerpt.of(word.group()) : "",
                        place.line(),
                        place.column());
    }
}
