package dev.rollcall.cli;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.cli.commands.CompactCommand;
import dev.rollcall.cli.commands.ExportCommand;
import dev.rollcall.cli.commands.ImportCommand;
import dev.rollcall.cli.commands.ListCommand;
import dev.rollcall.cli.commands.TokenKeysCommand;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.ScopeOptions;
import dev.rollcall.cli.options.TimeConverter;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The program `rollcall`: its commands, and what every command does about errors.
@Command(
        name = "rollcall",
        description = "Answers Amazon SageMaker's ListProcessingJobs from your own storage.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To begin: @|bold rollcall demo|@ serves made-up jobs and says what to try.",
            "",
            "Every option can be given as an environment variable: --port as ROLLCALL_PORT.",
            "Exit status: 0 done; 1 refused, or some records were; 2 the command line is wrong."
        })
public final class CommandLineProgram {

    private CommandLineProgram() {}

    /// The program, ready to run.
    ///
    /// @param clock what times ahead and times ago are counted from
    /// @param environment where options come from that are not on the command line
    /// @param serverCommands commands that run a server; they come first in the help
    public static CommandLine over(
            Storages storages,
            InstantSource clock,
            Map<String, String> environment,
            List<Object> serverCommands) {
        var program = new CommandLine(new CommandLineProgram());
        serverCommands.forEach(program::addSubcommand);
        return program.addSubcommand(new ImportCommand(storages, clock))
                .addSubcommand(new ExportCommand(storages))
                .addSubcommand(new ListCommand(storages))
                .addSubcommand(new CompactCommand(storages))
                .addSubcommand(new TokenKeysCommand())
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .registerConverter(AccountId.class, ScopeOptions::account)
                .registerConverter(Instant.class, new TimeConverter(clock))
                .registerConverter(Region.class, ScopeOptions::region)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(
                        (mistake, _) -> {
                            explain(mistake);
                            return 2;
                        })
                .setExecutionExceptionHandler(
                        (failure, command, _) -> {
                            explain(failure, command.getErr());
                            return 1;
                        });
    }

    private static void explain(ParameterException mistake) {
        var command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        command.getErr()
                .println(
                        "Recommended action: see '%s --help'."
                                .formatted(command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
    }

    private static void explain(Exception failure, PrintWriter err) {
        switch (failure) {
            case UserError refusal -> {
                err.println(refusal.getMessage());
                err.println("Recommended action: " + refusal.recommendedAction());
            }
            case StorageUnsuitable unsuitable -> {
                err.println(unsuitable.getMessage());
                err.println("Recommended action: " + unsuitable.recommendedAction());
            }
            case StorageUnavailable _ -> {
                err.println("The storage does not answer: " + FailureText.of(failure));
                err.println("Recommended action: see that it runs and has room, and try again.");
            }
            default -> {
                err.println("Rollcall stopped on an error of its own. Please report this:");
                failure.printStackTrace(err);
            }
        }
        err.flush();
    }
}
