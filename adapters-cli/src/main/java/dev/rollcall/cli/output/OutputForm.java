package dev.rollcall.cli.output;

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
}
