package dev.rollcall.cli.errors;

import dev.rollcall.json.VisibleText;

import java.io.PrintStream;
import java.io.PrintWriter;

/// Standard error, on which one line stays one and nothing is hidden: whatever is printed as a line
/// may repeat file names, values and messages that strangers chose.
///
/// This is done here and not where each line is made, so that none is forgotten: no warning, no log
/// line, no message in a stack trace.
public final class StandardError {

    private StandardError() {}

    /// For a command.
    public static PrintWriter printer() {
        return new Printer(System.err);
    }

    /// To take the place of `System.err`, for the log and for stack traces.
    public static PrintStream stream() {
        return new Stream(System.err);
    }

    /// The lines of a stack trace begin with a tab.
    private static String visible(String line) {
        int begin = line.length() - line.replaceFirst("^\t+", "").length();
        return line.substring(0, begin) + VisibleText.of(line.substring(begin));
    }

    private static final class Printer extends PrintWriter {

        Printer(PrintStream out) {
            super(out, true);
        }

        @Override
        public void println(String line) {
            super.println(visible(line));
        }

        @Override
        public void println(Object line) {
            println(String.valueOf(line));
        }
    }

    private static final class Stream extends PrintStream {

        Stream(PrintStream out) {
            super(out, true, out.charset());
        }

        @Override
        public void println(String line) {
            super.println(visible(line));
        }

        @Override
        public void println(Object line) {
            println(String.valueOf(line));
        }
    }
}
