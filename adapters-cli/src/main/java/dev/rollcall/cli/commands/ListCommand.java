package dev.rollcall.cli.commands;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListScopes;
import dev.rollcall.application.ListingResult;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.ListingOptions;
import dev.rollcall.cli.options.PagingOptions;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.output.OutputForm;
import dev.rollcall.cli.output.ScopeText;
import dev.rollcall.cli.output.TokenRefusalMessages;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.cli.storage.UseCases;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.json.ViolationMessages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
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
                    + " UTC), epoch seconds or milliseconds, or how long ago (7d, 12h).",
            "Where --account or --region is not given and the storage has jobs of only one that"
                    + " fits, that one is listed."
        })
public final class ListCommand implements Callable<Integer> {

    @Mixin private ListingOptions listing = new ListingOptions();

    @Option(
            names = "--output",
            paramLabel = "FORM",
            converter = OutputForm.Names.class,
            completionCandidates = OutputForm.Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputForm output = OutputForm.table;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private PagingOptions paging = new PagingOptions();
    @Mixin private ScopeOptions scopes = new ScopeOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public ListCommand(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() {
        Duration budget = paging.budget();
        try (var useCases = storages.openExisting(storage.settings(), budget)) {
            list(useCases);
        }
        return 0;
    }

    private void list(UseCases useCases) {
        var jobs = useCases.listProcessingJobs();
        Scope scope = scope(useCases.listScopes());
        var first = page(jobs, scope, listing.request());
        Optional<String> rest = print(first, jobs, scope);
        rest.ifPresent(token -> say("There is more: use --all, or --next-token " + token));
        if (first.jobs().isEmpty() && first.nextToken().isEmpty()) {
            explainEmptiness(scope, useCases.listScopes().list());
        }
    }

    /// Asks the storage only if the options leave something open.
    private Scope scope(ListScopes stored) {
        if (scopes.areComplete()) {
            return scopes.scope();
        }
        Scope chosen = scopes.scopeAmong(stored.list());
        if (!chosen.equals(scopes.scope())) {
            say("Listing %s, the only choice in this storage.".formatted(ScopeText.of(chosen)));
        }
        return chosen;
    }

    /// Prints one page or, if asked to, all pages.
    ///
    /// @return the token of the page after the last one that was printed
    private Optional<String> print(
            ListingResult.Listed first, ListProcessingJobs jobs, Scope scope) {
        try (var printer = output.printer(spec.commandLine().getOut())) {
            var page = first;
            printer.print(page.jobs());
            while (listing.all() && page.nextToken().isPresent()) {
                String token = page.nextToken().get();
                page = page(jobs, scope, listing.request().withNextToken(token));
                printer.print(page.jobs());
            }
            page.nextToken().ifPresent(printer::nextToken);
            return page.nextToken();
        }
    }

    private static ListingResult.Listed page(
            ListProcessingJobs jobs, Scope scope, ListingRequest request) {
        return switch (jobs.list(scope, request)) {
            case ListingResult.Listed listed -> listed;
            case ListingResult.Invalid(var violations) ->
                    throw new UserError(
                            ViolationMessages.of(violations), "see 'rollcall list --help'.");
            case ListingResult.TokenRefused(var reason) ->
                    throw new UserError(
                            "The --next-token is refused: " + TokenRefusalMessages.of(reason),
                            "repeat the filters and the sort of the page it came from, or list"
                                    + " from the start.");
        };
    }

    /// If the storage has jobs of the scope, it was the filters that excluded them all.
    private void explainEmptiness(Scope scope, List<Scope> stored) {
        if (stored.isEmpty()) {
            say("The storage has no jobs.");
            say("Recommended action: import some with 'rollcall import FILE'.");
        } else if (!stored.contains(scope)) {
            say(
                    "The storage has no jobs of %s, but it has jobs of %s."
                            .formatted(ScopeText.of(scope), ScopeText.of(stored)));
            say("Recommended action: name one of these with --account and --region.");
        }
    }

    /// On standard error, so that standard output has nothing but jobs.
    private void say(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }
}
