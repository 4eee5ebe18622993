package dev.rollcall.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.CapturedLog;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

class FailureLogTest {

    private long nanoTime = -1;
    private final FailureLog log =
            new FailureLog(
                    LoggerFactory.getLogger(FailureLogTest.class),
                    Level.WARN,
                    "Request {}: the storage is unavailable",
                    () -> nanoTime);

    private List<String> warnings(Runnable work) {
        return CapturedLog.of(
                        () -> {
                            work.run();
                            return true;
                        })
                .log()
                .lines()
                .filter(line -> line.contains("WARN"))
                .toList();
    }

    private void failures(int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            log.add("id-" + i, new IOException("connection refused"));
            nanoTime += apart.toNanos();
        }
    }

    @Test
    void an_outage_is_one_line_a_minute() {
        assertThat(warnings(() -> failures(100_000, Duration.ofMillis(6))))
                .hasSize(10)
                .allMatch(line -> line.contains("the storage is unavailable"));
    }

    @Test
    void a_later_line_has_the_latest_reason_and_how_many_others_there_were() {
        assertThat(warnings(() -> failures(3, Duration.ofSeconds(30))))
                .hasSize(2)
                .last()
                .asString()
                .contains("Request id-2: the storage is unavailable, still: connection refused.")
                .endsWith("since the last such line: 1");
    }

    @Test
    void the_stack_is_there_once_and_again_when_another_outage_begins() {
        assertThat(warnings(() -> failures(2, Duration.ofSeconds(59)))).hasSize(1);
        assertThat(warnings(() -> failures(2, Duration.ofSeconds(60))))
                .satisfiesExactly(
                        line -> assertThat(line).contains("still"),
                        line -> assertThat(line).doesNotContain("still"));
    }
}
