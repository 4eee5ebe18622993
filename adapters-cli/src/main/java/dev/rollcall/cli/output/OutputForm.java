package dev.rollcall.cli.output;

import dev.rollcall.cli.options.Choice;

import java.io.PrintWriter;

/// How `rollcall list` prints jobs. The names are what the user types.
public enum OutputForm {
    table {
        @Override
        public JobPrinter printer(PrintWriter out) {
            return new TablePrinter(out);
        }
    },
    json {
        @Override
        public JobPrinter printer(PrintWriter out) {
            return JsonPrinter.document(out);
        }
    },
    jsonl {
        @Override
        public JobPrinter printer(PrintWriter out) {
            return JsonPrinter.lines(out);
        }
    };

    public abstract JobPrinter printer(PrintWriter out);

    /// Reads a form, and lists them.
    public static final class Names extends Choice<OutputForm> {
        Names() {
            super(values(), OutputForm::name);
        }
    }
}
