package dev.rollcall.http.access;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

class AccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5M", "PT90S", "PT0.001S"})
    void a_skew_that_is_not_a_number_of_minutes_is_refused(Duration skew) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Access.Signed(_ -> Optional.empty(), skew, Optional.empty()));
    }
}
