package dev.rollcall.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.domain.tokens.TokenKeyRing;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

class CurrentTokenKeysTest {

    private final TokenKeyRing first = ring();
    private final TokenKeyRing second = ring();
    private TokenKeyRing kept = first;

    @Test
    void keys_that_change_are_used_after_a_while() {
        var keys = new CurrentTokenKeys(() -> kept, Duration.ZERO);
        assertThat(keys.get()).isSameAs(first);
        kept = second;
        assertThat(keys.get()).isSameAs(second);
    }

    @Test
    void keys_are_not_read_for_every_request() {
        var keys = new CurrentTokenKeys(() -> kept, Duration.ofDays(1));
        kept = second;
        assertThat(keys.get()).isSameAs(first);
    }

    @Test
    void keys_that_cannot_be_read_at_the_start_are_refused() {
        var refused = new UserError("broken", "mend it.");
        assertThatThrownBy(
                        () ->
                                new CurrentTokenKeys(
                                        () -> {
                                            throw refused;
                                        }))
                .isSameAs(refused);
    }

    @Test
    void keys_that_cannot_be_read_later_leave_the_old_ones_in_force_until_they_can() {
        var failures =
                List.<RuntimeException>of(
                                new UserError("broken", "mend it."),
                                new StorageUnavailable("away", new IOException("cut")))
                        .iterator();
        var keys =
                new CurrentTokenKeys(
                        () -> {
                            if (kept.equals(second) && failures.hasNext()) {
                                throw failures.next();
                            }
                            return kept;
                        },
                        Duration.ZERO);
        kept = second;
        assertThat(keys.get()).isSameAs(first);
        assertThat(keys.get()).isSameAs(first);
        assertThat(keys.get()).isSameAs(second);
    }

    private static TokenKeyRing ring() {
        return new TokenKeyRing(List.of(TokenKeyFile.newSecret().key()));
    }
}
