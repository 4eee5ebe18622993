package dev.rollcall.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as tools write it into files and people onto a command line:
///
/// - a number of seconds since 1970, or of milliseconds if it is too great for seconds before the
///   year 10000 ([JsonNumber#toInstant]);
/// - a date and a time of day in ISO-8601, `2023-11-14T22:13:20.13Z` or `20231114T221320Z`, also
///   with a space for the `T`. The seconds may be missing, and the offset may be `Z`, `UTC`, `GMT`,
///   `-08`, `-0800` or `-08:00`, with a space before it and the zone's abbreviation after it.
///
/// @param hasZone whether the text says of which zone it is; if not, it is read as UTC
public record WrittenTime(Instant instant, boolean hasZone) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?<year>\\d{4})-?(?<month>\\d{2})-?(?<day>\\d{2})[Tt ]"
                            + "(?<hour>\\d{2}):?(?<minute>\\d{2})"
                            + "(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,30}))?)?"
                            + "(?<zone> ?(?:[Zz]|UTC|GMT|(?<sign>[+-])(?<hours>\\d{2})"
                            + "(?::?(?<minutes>\\d{2})(?::?(?<seconds>\\d{2}))?)?"
                            + "(?: [A-Z]{3,5})?))?");

    /// Reads a time; empty if the text is none.
    public static Optional<WrittenTime> parse(String text) {
        return JsonNumber.parse(text)
                .map(number -> new WrittenTime(number.toInstant(), true))
                .or(() -> parseIso8601(text));
    }

    private static Optional<WrittenTime> parseIso8601(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new WrittenTime(
                            local(form).toInstant(offset(form)), form.group("zone") != null));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher form) {
        return LocalDateTime.of(
                number(form, "year"),
                number(form, "month"),
                number(form, "day"),
                number(form, "hour"),
                number(form, "minute"),
                number(form, "second"),
                nanos(form));
    }

    /// Finer digits than those of a nanosecond are cut off.
    private static int nanos(Matcher form) {
        String digits = Optional.ofNullable(form.group("fraction")).orElse("");
        return Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(Matcher form) {
        int sign = "-".equals(form.group("sign")) ? -1 : 1;
        return ZoneOffset.ofHoursMinutesSeconds(
                sign * number(form, "hours"),
                sign * number(form, "minutes"),
                sign * number(form, "seconds"));
    }

    private static int number(Matcher form, String group) {
        return Optional.ofNullable(form.group(group)).map(Integer::parseInt).orElse(0);
    }
}
