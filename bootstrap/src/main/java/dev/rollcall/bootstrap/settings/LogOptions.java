package dev.rollcall.bootstrap.settings;

import dev.rollcall.bootstrap.logging.LogFormat;
import dev.rollcall.cli.options.Choice;

import picocli.CommandLine.Option;

/// The options for what is logged, and how.
public final class LogOptions {

    static final class Formats extends Choice<LogFormat> {
        Formats() {
            super(LogFormat.values(), LogFormat::name);
        }
    }

    @Option(
            names = "--log-format",
            paramLabel = "FORM",
            converter = Formats.class,
            completionCandidates = Formats.class,
            description =
                    "The form of the log on standard error: one of ${COMPLETION-CANDIDATES}."
                            + " Default: ${DEFAULT-VALUE}.")
    private LogFormat format = LogFormat.text;

    @Option(
            names = "--access-log",
            description =
                    "Log a line for each request: its identifier, key, operation, status, items and"
                            + " milliseconds.")
    private boolean accessLog;

    public LogFormat format() {
        return format;
    }

    public boolean hasAccessLog() {
        return accessLog;
    }
}
