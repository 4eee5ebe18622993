package dev.rollcall.cli.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.time.Instant;

class TimeConverterTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final TimeConverter times = new TimeConverter(() -> NOW);

    @ParameterizedTest
    @CsvSource({
        "2024-05-31T21:49:54Z, 2024-05-31T21:49:54Z",
        "2024-05-31T21:49:54.130-08:00, 2024-06-01T05:49:54.130Z",
        "2024-05-31T21:49:54, 2024-05-31T21:49:54Z",
        "2024-05-31 21:49:54.130000+00:00, 2024-05-31T21:49:54.130Z",
        "20240531T214954Z, 2024-05-31T21:49:54Z",
        "2024-05-31, 2024-05-31T00:00:00Z",
        "1717192194, 2024-05-31T21:49:54Z",
        "1717192194.13, 2024-05-31T21:49:54.130Z",
        "1717192194130, 2024-05-31T21:49:54.130Z",
        "7d, 2026-11-21T12:00:00Z",
        "12h, 2026-11-28T00:00:00Z",
        "0d, 2026-11-28T12:00:00Z",
        "0000-01-01, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    })
    void a_time_may_be_given_as_the_aws_cli_takes_it_or_as_a_file_has_it(
            String text, Instant time) {
        assertThat(times.convert(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01",
                "-0001-12-31",
                "9999-12-31T23:59:59-08:00",
                "0000-01-01T00:00:00+01:00",
                "-62167219201",
                "253402300800000",
                "9999999d",
                "1e30",
                "-1e30",
            })
    void a_time_outside_the_years_0000_to_9999_is_refused(String text) {
        assertThatThrownBy(() -> times.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'%s' lies outside the years 0000 to 9999", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "7w", "-7d", "7 d", "2024-13-01", "2024-05", "12:00"})
    void anything_else_is_no_time(String text) {
        assertThatThrownBy(() -> times.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'%s' is not a time: give 2024-05-31T21:49:54Z,", text);
    }
}
