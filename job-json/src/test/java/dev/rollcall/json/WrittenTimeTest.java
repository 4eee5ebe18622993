package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1700000000.13, 2023-11-14T22:13:20.130Z",
        "1.70000000013E9, 2023-11-14T22:13:20.130Z",
        "1700000000130, 2023-11-14T22:13:20.130Z",
        "253402300799.999, 9999-12-31T23:59:59.999Z",
        "253402300800, 1978-01-11T21:31:40.800Z",
        "2023-11-14 22:13:20.130000+00:00, 2023-11-14T22:13:20.130Z",
        "2023-11-14T22:13:20.130000+00:00, 2023-11-14T22:13:20.130Z",
        "2023-11-14T22:13:20+0000, 2023-11-14T22:13:20Z",
        "2023-11-14T14:13:20-08, 2023-11-14T22:13:20Z",
        "2023-11-14T14:13:20-0800, 2023-11-14T22:13:20Z",
        "2023-11-14T17:43:20-04:30, 2023-11-14T22:13:20Z",
        "2023-11-15 00:13:20.13 +0200 EET, 2023-11-14T22:13:20.130Z",
        "2023-11-14T22:13:20+00:00:01, 2023-11-14T22:13:19Z",
        "20231114T221320Z, 2023-11-14T22:13:20Z",
        "20231114T221320.13Z, 2023-11-14T22:13:20.130Z",
        "20231114T221320+0100, 2023-11-14T21:13:20Z",
        "2023-11-14t22:13:20z, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20 UTC, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20.13 GMT, 2023-11-14T22:13:20.130Z",
        "'2023-11-14T22:13:20,13Z', 2023-11-14T22:13:20.130Z",
        "2023-11-14T22:13Z, 2023-11-14T22:13:00Z",
        "2023-11-14T22:13:20.1234567899999Z, 2023-11-14T22:13:20.123456789Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-08, +10000-01-01T07:59:59Z",
    })
    void a_time_may_be_written_in_many_ways(String text, Instant time) {
        assertThat(WrittenTime.parse(text)).contains(new WrittenTime(time, true));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20, 2023-11-14T22:13:20Z",
        "2023-11-14 22:13:20.130000, 2023-11-14T22:13:20.130Z",
        "20231114T221320, 2023-11-14T22:13:20Z",
        "2023-11-14T22:13, 2023-11-14T22:13:00Z",
    })
    void a_time_without_a_zone_is_in_utc(String text, Instant time) {
        assertThat(WrittenTime.parse(text)).contains(new WrittenTime(time, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-11-14",
                "22:13:20",
                "2023-02-30T12:29:00Z",
                "2023-13-01T12:29:00Z",
                "2023-11-14T24:00:01Z",
                "2023-11-14T22:60:00Z",
                "2023-11-14T22:13:20+99:00",
                "2023-11-14T22:13:20+1",
                "2023-11-14T22:13:20 Europe/Berlin",
                "2023-11-14  22:13:20Z",
                "2023-11-14T22:13:20ZZ",
                "2023-11-14T22:13:20.Z",
                " 2023-11-14T22:13:20Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "1700000000s",
                "٢٠٢٣-11-14T22:13:20Z",
            })
    void anything_else_is_no_time(String text) {
        assertThat(WrittenTime.parse(text)).isEmpty();
    }
}
