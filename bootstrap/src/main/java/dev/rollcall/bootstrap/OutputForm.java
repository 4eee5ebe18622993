package dev.rollcall.bootstrap;

import java.io.PrintWriter;

/// How `rollcall list` prints jobs; the names are what the user types.
enum OutputForm {
    table {
        @Override
        JobPrinter printer(PrintWriter out) {
            return new TablePrinter(out);
        }
    },
    json {
        @Override
        JobPrinter printer(PrintWriter out) {
            return JsonPrinter.document(out);
        }
    },
    jsonl {
        @Override
        JobPrinter printer(PrintWriter out) {
            return JsonPrinter.lines(out);
        }
    };

    abstract JobPrinter printer(PrintWriter out);
}
