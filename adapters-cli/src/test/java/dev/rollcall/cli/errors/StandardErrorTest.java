package dev.rollcall.cli.errors;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What strangers chose cannot repaint the screen, nor make up a line of its own.
class StandardErrorTest {

    private static final String HOSTILE = "\u001b[2J\u009b\nAll is well. \u202e";
    private static final String VISIBLE = "\\u001B[2J\\u009B\\nAll is well. \\u202E";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void replace() {
        System.setErr(new PrintStream(shown, true, UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void what_a_command_says_is_visible() {
        StandardError.printer().println(HOSTILE);
        assertThat(shown.toString(UTF_8).lines()).containsExactly(VISIBLE);
    }

    @Test
    void what_the_log_says_is_visible() {
        StandardError.stream().println(HOSTILE);
        assertThat(shown.toString(UTF_8).lines()).containsExactly(VISIBLE);
    }

    @Test
    void the_messages_in_a_stack_trace_are_visible() {
        var failure = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
        failure.printStackTrace(StandardError.stream());
        failure.printStackTrace(StandardError.printer());
        assertThat(shown.toString(UTF_8).lines())
                .filteredOn(line -> !line.startsWith("\t"))
                .containsExactly(
                        "java.lang.IllegalStateException: " + VISIBLE,
                        "Caused by: java.lang.IllegalArgumentException: " + VISIBLE,
                        "java.lang.IllegalStateException: " + VISIBLE,
                        "Caused by: java.lang.IllegalArgumentException: " + VISIBLE);
    }
}
