package dev.rollcall.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as JSON spells it. However great or small it is, to read it and to turn it into
/// something smaller costs no more than its text is long: no power of ten is ever written out.
public record JsonNumber(BigDecimal value) {

    /// The longest number that is read, in characters.
    public static final int MAX_LENGTH = 1000;

    private static final Pattern FORM =
            Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(?:[eE]([+-]?[0-9]+))?");

    /// No mantissa of [#MAX_LENGTH] digits makes up for such an exponent.
    private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(1_000_000_000);

    /// The seconds from 1970 to the year 10000.
    private static final BigDecimal YEAR_10000 = BigDecimal.valueOf(253_402_300_800L);

    private static final int TO_SECONDS = -3;

    /// Reads a number; empty if the text is none or is longer than [#MAX_LENGTH].
    public static Optional<JsonNumber> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !form.matches()) {
            return Optional.empty();
        }
        var mantissa = new BigDecimal(form.group(1));
        int exponent =
                Optional.ofNullable(form.group(2))
                        .map(BigInteger::new)
                        .map(e -> e.min(MAX_EXPONENT).max(MAX_EXPONENT.negate()))
                        .map(BigInteger::intValueExact)
                        .orElse(0);
        return Optional.of(
                new JsonNumber(
                        mantissa.signum() == 0
                                ? BigDecimal.ZERO
                                : mantissa.scaleByPowerOfTen(exponent)));
    }

    /// The number without its fraction, or the nearest `int`.
    public int toInt() {
        if (integerDigits() > 10) {
            return value.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return integerDigits() < 1
                ? 0
                : Math.clamp(value.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The number, if it is an `int`.
    public Optional<Integer> exactInt() {
        return Optional.of(toInt()).filter(n -> value.compareTo(BigDecimal.valueOf(n)) == 0);
    }

    /// The moment that many seconds after 1970 began, or that many milliseconds if the seconds
    /// would reach the year 10000; cut down to a nanosecond, or the nearest `Instant`.
    public Instant toInstant() {
        return value.compareTo(YEAR_10000) < 0
                ? afterSeconds()
                : new JsonNumber(value.scaleByPowerOfTen(TO_SECONDS)).afterSeconds();
    }

    private Instant afterSeconds() {
        if (integerDigits() > 17) {
            return value.signum() < 0 ? Instant.MIN : Instant.MAX;
        }
        if (integerDigits() < -9) {
            return value.signum() < 0 ? Instant.EPOCH.minusNanos(1) : Instant.EPOCH;
        }
        BigDecimal cut = value.setScale(9, RoundingMode.FLOOR);
        BigDecimal seconds = cut.setScale(0, RoundingMode.FLOOR);
        if (seconds.longValueExact() < Instant.MIN.getEpochSecond()) {
            return Instant.MIN;
        }
        if (seconds.longValueExact() > Instant.MAX.getEpochSecond()) {
            return Instant.MAX;
        }
        return Instant.ofEpochSecond(
                seconds.longValueExact(), cut.subtract(seconds).movePointRight(9).longValueExact());
    }

    /// How many digits stand before the point; less than 1 for a number between -1 and 1.
    private long integerDigits() {
        return (long) value.precision() - value.scale();
    }
}
