package dev.rollcall.cli.times;

import dev.rollcall.json.JobRecordReader;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads a time as a job record may have it, or a date alone, which is midnight UTC.
public final class TimeConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String value) {
        return JobRecordReader.parseTime(value)
                .or(() -> midnight(value))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is not a time: give 2024-05-31T21:49:54Z, 2024-05-31"
                                                        .formatted(value)
                                                + " or epoch seconds"));
    }

    private static Optional<Instant> midnight(String date) {
        try {
            return Optional.of(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
