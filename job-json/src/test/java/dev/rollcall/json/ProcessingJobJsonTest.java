package dev.rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;

class ProcessingJobJsonTest {

    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0.0",
        "1970-01-01T00:00:00.001Z, 0.001",
        "1969-12-31T23:59:59.999Z, -0.001",
        "1970-01-01T00:00:01Z, 1.0",
        "2021-06-09T03:49:00.130Z, 1.62321054013E9",
        "2021-06-09T12:29:00Z, 1.62324174E9",
        "0000-01-01T00:00:00Z, -6.21672192E10",
        "0000-01-01T00:00:00.001Z, -6.2167219199999E10",
        "9999-12-31T23:59:59.999Z, 2.53402300799999E11",
    })
    void a_time_is_spelled_as_aws_does(Instant time, String expected) {
        assertThat(ProcessingJobJson.epochSeconds(time)).isEqualTo(expected);
    }

    @Test
    void no_time_between_the_years_0000_and_9999_loses_a_millisecond() {
        long seed = 31;
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long millis =
                    switch (i % 3) {
                        case 0 -> random.nextLong(YEAR_0, YEAR_9999 + 1);
                        case 1 -> YEAR_9999 - i;
                        default -> YEAR_0 + i;
                    };
            var spelled = ProcessingJobJson.epochSeconds(Instant.ofEpochMilli(millis));
            assertThat(new BigDecimal(spelled).movePointRight(3).longValueExact())
                    .as("seed %s, %s", seed, millis)
                    .isEqualTo(millis);
        }
    }

    @Test
    void a_time_is_spelled_as_java_spells_its_seconds() {
        long seed = 47;
        var random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long most = 1L << random.nextInt(1, 48);
            long millis = Math.clamp(random.nextLong(-most, most), YEAR_0, YEAR_9999);
            assertThat(ProcessingJobJson.epochSeconds(Instant.ofEpochMilli(millis)))
                    .as("seed %s, %s", seed, millis)
                    .isEqualTo(Double.toString(millis / 1000.0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-31557014167219200, -3.15570141672192E16",
        "31556889864403199, 3.1556889864403199E16",
    })
    void the_earliest_and_the_latest_time_of_java_are_spelled_in_full(
            long second, String expected) {
        assertThat(ProcessingJobJson.epochSeconds(Instant.ofEpochSecond(second)))
                .isEqualTo(expected);
    }
}
