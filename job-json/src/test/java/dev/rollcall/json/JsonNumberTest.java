package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

@Timeout(60)
class JsonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0e99999999999999999999, 0",
        "1, 1",
        "1.5, 1",
        "-1.5, -1",
        "0.99, 0",
        "-0.99, 0",
        "12.5e1, 125",
        "1250E-1, 125",
        "0.0000000001e10, 1",
        "10000000000e-10, 1",
        "2147483647, 2147483647",
        "2147483648, 2147483647",
        "9999999999, 2147483647",
        "-2147483648.9, -2147483648",
        "-2147483649, -2147483648",
        "99999999999, 2147483647",
        "18446744073709551617, 2147483647",
        "1e400000000, 2147483647",
        "-1e400000000, -2147483648",
        "1e99999999999999999999, 2147483647",
        "1e-400000000, 0",
        "-1e-99999999999999999999, 0",
    })
    void an_integer_is_cut_and_saturates(String number, int expected) {
        assertThat(read(number).toInt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1623241740, 2021-06-09T12:29:00Z",
        "1623241740.130, 2021-06-09T12:29:00.130Z",
        "1.62324174013E9, 2021-06-09T12:29:00.130Z",
        "162324174013E-2, 2021-06-09T12:29:00.130Z",
        "1623241740.123456789, 2021-06-09T12:29:00.123456789Z",
        "1623241740.1234567899, 2021-06-09T12:29:00.123456789Z",
        "-0.5, 1969-12-31T23:59:59.500Z",
        "-62167219200, 0000-01-01T00:00:00Z",
        "-62167219200.000000001, -0001-12-31T23:59:59.999999999Z",
        "253402300799.999999999, 9999-12-31T23:59:59.999999999Z",
        "0.000000001, 1970-01-01T00:00:00.000000001Z",
        "0.0000000009, 1970-01-01T00:00:00Z",
        "-0.0000000009, 1969-12-31T23:59:59.999999999Z",
        "1e-400000000, 1970-01-01T00:00:00Z",
        "-1e-400000000, 1969-12-31T23:59:59.999999999Z",
    })
    void a_time_is_exact_to_the_nanosecond(String number, Instant expected) {
        assertThat(read(number).toInstant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "253402300799.999999999, 9999-12-31T23:59:59.999999999Z",
        "253402300800, 1978-01-11T21:31:40.800Z",
        "1623241740130, 2021-06-09T12:29:00.130Z",
        "1623241740130.5, 2021-06-09T12:29:00.130500Z",
        "1.62324174013E12, 2021-06-09T12:29:00.130Z",
        "253402300799999, 9999-12-31T23:59:59.999Z",
        "253402300800000, +10000-01-01T00:00:00Z",
        "-253402300800, -6060-01-02T00:00:00Z",
    })
    void a_number_too_great_for_seconds_before_the_year_10000_is_of_milliseconds(
            String number, Instant expected) {
        assertThat(read(number).toInstant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31556889864403200000",
                "99999999999999999999",
                "1e21",
                "1e400000000",
                "1e99999999999999999999",
            })
    void a_time_saturates(String number) {
        assertThat(read(number).toInstant()).isEqualTo(Instant.MAX);
        assertThat(read("-" + number).toInstant()).isEqualTo(Instant.MIN);
    }

    @Test
    void the_last_moments_of_time_are_times() {
        assertThat(read("31556889864403199999.999999").toInstant()).isEqualTo(Instant.MAX);
        assertThat(read("31556889864403199999").toInstant())
                .isEqualTo(Instant.MAX.minusNanos(999_999));
        assertThat(read("-31557014167219200").toInstant()).isEqualTo(Instant.MIN);
        assertThat(read("-31557014167219200.000000001").toInstant()).isEqualTo(Instant.MIN);
    }

    @Test
    void a_thousand_digits_are_read() {
        assertThat(read("9".repeat(1000)).toInt()).isEqualTo(Integer.MAX_VALUE);
        assertThat(read("9".repeat(1000)).toInstant()).isEqualTo(Instant.MAX);
        assertThat(read("1" + "0".repeat(990) + "e-990").toInt()).isEqualTo(1);
        assertThat(read("0." + "0".repeat(990) + "1e991").toInt()).isEqualTo(1);
        assertThat(read("1." + "0".repeat(990) + "1").toInstant())
                .isEqualTo(Instant.ofEpochSecond(1));
        assertThat(JsonNumber.parse("9".repeat(1001))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "1.", ".1", "0x1", "1e", "NaN", "1_0", "١", "--1"})
    void anything_else_is_no_number(String text) {
        assertThat(JsonNumber.parse(text)).isEmpty();
    }

    private static JsonNumber read(String text) {
        return JsonNumber.parse(text).orElseThrow();
    }
}
