package dev.rollcall.cli.times;

import dev.rollcall.json.WrittenTime;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads a time as a file may have it ([WrittenTime]), a date alone, which is midnight UTC, or how
/// long ago it was: `7d` or `12h`.
///
/// @param clock what `7d` is counted from
public record TimeConverter(InstantSource clock) implements ITypeConverter<Instant> {

    private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    @Override
    public Instant convert(String value) {
        Instant time =
                WrittenTime.parse(value)
                        .map(WrittenTime::instant)
                        .or(() -> midnight(value))
                        .or(() -> DaysOrHours.parse(value).map(clock.instant()::minus))
                        .orElseThrow(
                                () ->
                                        new TypeConversionException(
                                                ("'%s' is not a time: give 2024-05-31T21:49:54Z,"
                                                                + " 2024-05-31, epoch seconds, or"
                                                                + " 7d or 12h for a time ago")
                                                        .formatted(value)));
        if (time.isBefore(YEAR_0) || !time.isBefore(YEAR_10000)) {
            throw new TypeConversionException(
                    "'%s' lies outside the years 0000 to 9999".formatted(value));
        }
        return time;
    }

    private static Optional<Instant> midnight(String date) {
        try {
            return Optional.of(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
