package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/// What a person gets who runs a command.
record Outcome(int status, String out, String err) {

    static Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /// @param environment the variables that options may come from
    static Outcome run(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Main.commandLine(environment)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    static void assertRefused(String sentence, String... arguments) {
        run(arguments).assertRefused(sentence);
    }

    /// That it is one sentence, and one that says what to do.
    private void assertRefused(String sentence) {
        assertThat(status).isEqualTo(1);
        assertThat(err.lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains(sentence),
                        second -> assertThat(second).startsWith("Recommended action: "));
    }
}
