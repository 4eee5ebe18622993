package dev.rollcall.bootstrap;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;

/// The entry of the program `rollcall`.
@Command(
        name = "rollcall",
        description = "Answers Amazon SageMaker's ListProcessingJobs from your own storage.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ListCommand.class,
            CompactCommand.class,
            TokenKeysCommand.class
        },
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
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .registerConverter(AccountId.class, ScopeOptions::account)
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
