package dev.rollcall.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a line of the log looks.
class LogFormatTest {

    private static final Instant TIME = Instant.parse("2026-11-28T10:00:00.120Z");

    private static LogEntry entry(String message, Optional<Throwable> failure) {
        var values = List.of(new KeyValuePair("key", "a b"), new KeyValuePair("status", 200));
        return new LogEntry(TIME, Level.WARN, "Server", message, values, failure);
    }

    @Test
    void people_read_a_line_with_its_values_at_the_end() {
        assertThat(LogFormat.text.line(entry("answered", Optional.empty())))
                .isEqualTo("2026-11-28T10:00:00.120Z WARN Server - answered key=a b status=200");
    }

    @Test
    void machines_read_an_object_whose_numbers_are_numbers() {
        assertThat(LogFormat.json.line(entry("say \"no\"\\", Optional.empty())))
                .isEqualTo(
                        """
                        {"time":"2026-11-28T10:00:00.120Z","level":"WARN","logger":"Server",\
                        "message":"say \\"no\\"\\\\","key":"a b","status":200}\
                        """);
    }

    @Test
    void what_a_terminal_obeys_is_spelled_out() {
        String hostile = "a\u001b[31m\r\nFATAL\u202e\u2028b";

        assertThat(LogFormat.text.line(entry(hostile, Optional.empty())))
                .contains("a\\u001B[31m\\u000D\\u000AFATAL\\u202E\\u2028b");
        assertThat(LogFormat.json.line(entry(hostile, Optional.empty())))
                .contains("a\\u001B[31m\\u000D\\nFATAL\\u202E\\u2028b");
    }

    @Test
    void a_stack_has_a_line_for_each_call_or_is_one_value() {
        var failure = Optional.<Throwable>of(new IllegalStateException("x\u001b"));

        assertThat(LogFormat.text.line(entry("failed", failure)).lines().skip(1).limit(2))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("IllegalStateException: x\\u001B"),
                        call -> assertThat(call).startsWith("\tat dev.rollcall."));
        assertThat(LogFormat.json.line(entry("failed", failure)))
                .contains("\"stack\":\"java.lang.IllegalStateException: x\\u001B\\n\\tat dev.")
                .doesNotContain("\n");
    }
}
