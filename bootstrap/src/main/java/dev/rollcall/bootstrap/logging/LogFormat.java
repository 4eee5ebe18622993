package dev.rollcall.bootstrap.logging;

import org.slf4j.event.KeyValuePair;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a line of the log is written. The names are what the user types.
///
/// Neither form contains a control character that was not Rollcall's, whatever is logged.
public enum LogFormat {
    /// For people.
    text {
        @Override
        String line(LogEntry entry) {
            var line =
                    new StringBuilder(TIME.format(entry.time()))
                            .append(' ')
                            .append(entry.level())
                            .append(' ')
                            .append(entry.source())
                            .append(" - ")
                            .append(escaped(entry.message()));
            for (KeyValuePair pair : entry.values()) {
                line.append(' ').append(pair.key).append('=').append(escaped(text(pair)));
            }
            entry.failure().map(LogFormat::stack).ifPresent(it -> appendLines(it, line));
            return line.toString();
        }
    },
    /// For machines: an object in each line.
    json {
        @Override
        String line(LogEntry entry) {
            var line = new StringBuilder("{");
            append("time", TIME.format(entry.time()), line);
            append("level", entry.level().toString(), line);
            append("logger", entry.source(), line);
            append("message", entry.message(), line);
            for (KeyValuePair pair : entry.values()) {
                if (pair.value instanceof Number number) {
                    member(pair.key, line).append(number);
                } else {
                    append(pair.key, text(pair), line);
                }
            }
            entry.failure().ifPresent(failure -> append("stack", stack(failure), line));
            return line.append('}').toString();
        }
    };

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static volatile LogFormat current = text;

    /// The form of all lines from now on.
    public void use() {
        current = this;
    }

    static LogFormat current() {
        return current;
    }

    abstract String line(LogEntry entry);

    /// Writes an entry at once, so that no line of another thread comes between those of a stack.
    void write(LogEntry entry) {
        var lines = line(entry).lines().toList();
        synchronized (TIME) {
            lines.forEach(System.err::println);
        }
    }

    private static String text(KeyValuePair pair) {
        return String.valueOf(pair.value);
    }

    private static String stack(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /// A stack keeps its lines, each of them harmless.
    private static void appendLines(String stack, StringBuilder line) {
        stack.lines()
                .forEach(
                        it ->
                                line.append(System.lineSeparator())
                                        .append(it.startsWith("\t") ? "\t" : "")
                                        .append(escaped(it.stripLeading())));
    }

    private static StringBuilder member(String name, StringBuilder line) {
        return line.append(line.length() == 1 ? "\"" : ",\"").append(escaped(name)).append("\":");
    }

    private static void append(String name, String value, StringBuilder line) {
        member(name, line).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> appendVisible(c, line);
            }
        }
        line.append('"');
    }

    private static String escaped(String text) {
        var visible = new StringBuilder(text.length());
        text.chars().forEach(c -> appendVisible((char) c, visible));
        return visible.toString();
    }

    private static void appendVisible(char c, StringBuilder line) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    line.append("\\u%04X".formatted((int) c));
            default -> line.append(c);
        }
    }
}
