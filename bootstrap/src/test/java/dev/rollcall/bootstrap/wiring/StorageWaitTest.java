package dev.rollcall.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageUnavailable;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class StorageWaitTest {

    private final StorageUnavailable absent =
            new StorageNotThereYet("nobody is there", new IOException("refused"));

    private final StorageUnavailable refused =
            new StorageUnavailable("wrong password", new IOException("refused"));

    private final List<String> notices = new ArrayList<>();
    private final Deque<StorageUnavailable> failures = new ArrayDeque<>();

    @Test
    void a_storage_that_is_not_there_yet_is_waited_for_with_one_notice() {
        failures.addAll(List.of(absent, absent));
        assertThat(waiting(Duration.ofHours(1)).until(this::open)).isEqualTo("open");
        assertThat(notices)
                .containsExactly("Waiting up to 3600 s for the storage, which is not there yet.");
    }

    @Test
    void a_storage_that_is_there_is_opened_without_a_word() {
        assertThat(waiting(Duration.ofHours(1)).until(this::open)).isEqualTo("open");
        assertThat(notices).isEmpty();
    }

    @Test
    void a_refusal_is_not_waited_for_not_even_after_some_waiting() {
        failures.add(refused);
        assertThatThrownBy(() -> waiting(Duration.ofHours(1)).until(this::open)).isSameAs(refused);
        assertThat(notices).isEmpty();
        failures.addAll(List.of(absent, refused));
        assertThatThrownBy(() -> waiting(Duration.ofHours(1)).until(this::open)).isSameAs(refused);
    }

    @Test
    void the_waiting_ends_in_time_and_no_time_is_no_waiting() {
        failures.addAll(List.of(absent, absent, absent));
        assertThatThrownBy(() -> waiting(Duration.ofMillis(1)).until(this::open)).isSameAs(absent);
        assertThat(failures).hasSize(1);
        assertThatThrownBy(() -> StorageWait.NONE.until(this::open)).isSameAs(absent);
        assertThat(failures).isEmpty();
    }

    private StorageWait waiting(Duration atMost) {
        return new StorageWait(atMost, notices::add);
    }

    private String open() {
        if (failures.isEmpty()) {
            return "open";
        }
        throw failures.remove();
    }
}
