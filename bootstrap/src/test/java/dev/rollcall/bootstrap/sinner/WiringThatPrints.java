package dev.rollcall.bootstrap.sinner;

import dev.rollcall.cli.output.OutputForm;

import java.io.PrintWriter;

/// A deliberate sinner: it enters an inner package of the command line.
public final class WiringThatPrints {

    void print(PrintWriter out) {
        OutputForm.table.printer(out).close();
    }
}
