package dev.rollcall.json;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;

/// Times as AWS spells them in JSON: seconds since 1970 to the millisecond, as Java spells a
/// `double`. So they have one digit after the point at least, and from ten million on an exponent:
/// `1.62321294013E9`.
///
/// A page has hundreds of them, so one object spells them all in the same place.
final class EpochSeconds {

    private static final long LEAST_WITH_EXPONENT = 10_000_000;
    private static final int LONGEST = "-3.1557014167219199999E16".length();

    private final char[] text = new char[LONGEST];

    void write(JsonGenerator json, Instant time) {
        json.writeNumber(text, 0, spell(time));
    }

    static String of(Instant time) {
        var seconds = new EpochSeconds();
        return new String(seconds.text, 0, seconds.spell(time));
    }

    /// Returns how many characters it has.
    private int spell(Instant time) {
        long seconds = time.getEpochSecond();
        int millis = time.getNano() / 1_000_000;
        int begin = 0;
        if (seconds < 0) {
            text[begin++] = '-';
            seconds = millis == 0 ? -seconds : -seconds - 1;
            millis = millis == 0 ? 0 : 1_000 - millis;
        }
        int digits = digits(seconds);
        int end = begin + digits + 4;
        put(millis, end - 3, end);
        put(seconds, begin + 1, end - 3);
        boolean hasExponent = seconds >= LEAST_WITH_EXPONENT;
        int point = begin + (hasExponent ? 1 : digits);
        System.arraycopy(text, begin + 1, text, begin, point - begin);
        text[point] = '.';
        while (text[end - 1] == '0' && end > point + 2) {
            end--;
        }
        return hasExponent ? withExponent(digits - 1, end) : end;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /// Puts a number into this room, with zeros before it.
    private void put(long number, int from, int to) {
        long rest = number;
        for (int at = to - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private int withExponent(int exponent, int begin) {
        int end = begin + 1 + digits(exponent);
        text[begin] = 'E';
        put(exponent, begin + 1, end);
        return end;
    }
}
