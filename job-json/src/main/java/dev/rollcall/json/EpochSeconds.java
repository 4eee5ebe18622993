package dev.rollcall.json;

import java.time.Instant;

/// A time as AWS spells it in JSON: seconds since 1970 to the millisecond, as Java spells a
/// `double`. So they have one digit after the point at least, and from ten million on an exponent:
/// `1.62321294013E9`.
final class EpochSeconds {

    private static final long LEAST_WITH_EXPONENT = 10_000_000;

    private EpochSeconds() {}

    static String of(Instant time) {
        long seconds = time.getEpochSecond();
        int millis = time.getNano() / 1_000_000;
        var text = new StringBuilder(24);
        if (seconds < 0) {
            text.append('-');
            seconds = millis == 0 ? -seconds : -seconds - 1;
            millis = millis == 0 ? 0 : 1_000 - millis;
        }
        int begin = text.length();
        text.append(seconds);
        int exponent = text.length() - begin - 1;
        boolean hasExponent = seconds >= LEAST_WITH_EXPONENT;
        int point = hasExponent ? begin + 1 : text.length();
        text.append(digit(millis / 100)).append(digit(millis / 10)).append(digit(millis));
        text.insert(point, '.');
        while (text.charAt(text.length() - 1) == '0' && text.length() > point + 2) {
            text.setLength(text.length() - 1);
        }
        return hasExponent ? text.append('E').append(exponent).toString() : text.toString();
    }

    /// The last digit of a number.
    private static char digit(int number) {
        return (char) ('0' + number % 10);
    }
}
