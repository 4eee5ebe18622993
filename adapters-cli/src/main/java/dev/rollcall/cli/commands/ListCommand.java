package dev.rollcall.cli.commands;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.importing.CliViolationMessages;
import dev.rollcall.cli.options.PagingOptions;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.output.OutputForm;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageSize;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `rollcall list`: the same use case as the server's, without HTTP.
@Command(
        name = "list",
        description = "Lists processing jobs; the filters are those of the AWS CLI.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "TIME is ISO-8601 (2024-05-31T21:49:54Z; without a zone it is UTC), a date (midnight"
                    + " UTC), epoch seconds or milliseconds, or how long ago (7d, 12h)."
        })
public final class ListCommand implements Callable<Integer> {

    @Option(names = "--name-contains", paramLabel = "TEXT", description = "Text in the name.")
    private @Nullable String nameContains;

    @Option(
            names = "--status-equals",
            paramLabel = "STATUS",
            description = "InProgress, Completed, Failed, Stopping or Stopped.")
    private @Nullable String statusEquals;

    @Option(
            names = "--creation-time-after",
            paramLabel = "TIME",
            description = "Created after this time.")
    private @Nullable Instant creationTimeAfter;

    @Option(
            names = "--creation-time-before",
            paramLabel = "TIME",
            description = "Created before this time.")
    private @Nullable Instant creationTimeBefore;

    @Option(
            names = "--last-modified-time-after",
            paramLabel = "TIME",
            description = "Modified after this time.")
    private @Nullable Instant lastModifiedTimeAfter;

    @Option(
            names = "--last-modified-time-before",
            paramLabel = "TIME",
            description = "Modified before this time.")
    private @Nullable Instant lastModifiedTimeBefore;

    @Option(
            names = "--sort-by",
            paramLabel = "KEY",
            description = "Name, CreationTime (the default) or Status.")
    private @Nullable String sortBy;

    @Option(
            names = "--sort-order",
            paramLabel = "ORDER",
            description = "Ascending (the default) or Descending.")
    private @Nullable String sortOrder;

    @ArgGroup private Extent extent = new Extent();

    @Option(
            names = "--next-token",
            paramLabel = "TOKEN",
            description = "The page after the one that ended with this token.")
    private @Nullable String nextToken;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputForm output = OutputForm.table;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private PagingOptions paging = new PagingOptions();
    @Mixin private ScopeOptions scope = new ScopeOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public ListCommand(Storages storages) {
        this.storages = storages;
    }

    /// How much of the listing to print: one page, or all of it.
    static final class Extent {

        @Option(
                names = "--max-results",
                paramLabel = "N",
                description = "Print one page of 1 to 100 jobs; 10 if nothing is said.")
        private @Nullable Integer maxResults;

        @Option(names = "--all", description = "Print every page.")
        private boolean all;
    }

    @Override
    public Integer call() {
        var budget = paging.budget();
        try (var useCases = storages.openExisting(storage.settings(), budget);
                var printer = output.printer(spec.commandLine().getOut())) {
            var jobs = useCases.listProcessingJobs();
            var page = page(jobs, Optional.ofNullable(nextToken));
            printer.print(page.jobs());
            while (extent.all && page.nextToken().isPresent()) {
                page = page(jobs, page.nextToken());
                printer.print(page.jobs());
            }
            page.nextToken().ifPresent(printer::nextToken);
        }
        return 0;
    }

    private ListingResult.Listed page(ListProcessingJobs jobs, Optional<String> token) {
        return switch (jobs.list(scope.scope(), request(token))) {
            case ListingResult.Listed listed -> listed;
            case ListingResult.Invalid(var violations) ->
                    throw new UserError(
                            CliViolationMessages.of(violations), "see 'rollcall list --help'.");
            case ListingResult.TokenRefused(var reason) ->
                    throw new UserError(
                            "The --next-token is refused: %s.".formatted(reason),
                            "repeat the filters and the sort of the page it came from, or list"
                                    + " from the start.");
        };
    }

    private ListingRequest request(Optional<String> token) {
        return new ListingRequest(
                Optional.ofNullable(creationTimeAfter),
                Optional.ofNullable(creationTimeBefore),
                Optional.ofNullable(lastModifiedTimeAfter),
                Optional.ofNullable(lastModifiedTimeBefore),
                Optional.ofNullable(nameContains),
                Optional.ofNullable(statusEquals),
                Optional.ofNullable(sortBy),
                Optional.ofNullable(sortOrder),
                token,
                extent.all ? Optional.of(PageSize.MAX) : Optional.ofNullable(extent.maxResults));
    }
}
