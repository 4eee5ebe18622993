package dev.rollcall.cli.commands;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.DescriptionResult;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.output.DescriptionPrinter;
import dev.rollcall.cli.output.ScopeText;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.json.ViolationMessages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `rollcall describe`: the same use case as the server's, without HTTP.
@Command(
        name = "describe",
        description = "Prints all that is known of one processing job as JSON.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "As the AWS CLI prints a description, with the job's tags, and without the values that"
                    + " a server fills in for what is not known. Times are UTC.",
            "Where --account or --region is not given and the storage has jobs of only one that"
                    + " fits, the job is looked for there."
        })
public final class DescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The job's name; upper and lower case matter.")
    private String name = "";

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private ScopeOptions scopes = new ScopeOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public DescribeCommand(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() {
        try (var useCases = storages.openExisting(storage.settings())) {
            Scope scope =
                    scopes.areComplete()
                            ? scopes.scope()
                            : scopes.scopeAmong(useCases.listScopes().list());
            DescriptionPrinter.print(
                    find(useCases.describeProcessingJob(), scope), spec.commandLine().getOut());
        }
        return 0;
    }

    private JobDescription find(DescribeProcessingJob describe, Scope scope) {
        return switch (describe.describe(scope, Optional.of(name))) {
            case DescriptionResult.Described(var description) -> description;
            case DescriptionResult.Invalid(var violations) ->
                    throw new UserError(
                            ViolationMessages.of(violations),
                            "see the names that 'rollcall list' prints.");
            case DescriptionResult.NotFound(var missing) ->
                    throw new UserError(
                            "Could not find requested job with name: %s (of %s)"
                                    .formatted(missing, ScopeText.of(scope)),
                            "see the names that 'rollcall list' prints, or name another --account"
                                    + " or --region.");
        };
    }
}
