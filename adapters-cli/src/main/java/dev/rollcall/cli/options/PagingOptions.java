package dev.rollcall.cli.options;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.times.SecondsOrMillis;

import picocli.CommandLine.Option;

import java.time.Duration;

/// The option that limits what a page may cost.
public final class PagingOptions {

    @Option(
            names = "--page-budget",
            paramLabel = "DURATION",
            converter = SecondsOrMillis.class,
            description =
                    "How long a page may take; after that it is answered short, with a token."
                            + " Such as 500ms or 2s. Default: 2s.")
    private Duration pageBudget = ListProcessingJobs.DEFAULT_PAGE_BUDGET;

    /// The time that a page may take.
    ///
    /// @throws UserError if it is no time at all
    public Duration budget() {
        if (!pageBudget.isPositive()) {
            throw new UserError("A page budget of 0 or less finds nothing.", "allow 1ms or more.");
        }
        return pageBudget;
    }
}
