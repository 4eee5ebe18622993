package dev.rollcall.cli;

import dev.rollcall.cli.commands.CheckCommand;
import dev.rollcall.cli.commands.CompactCommand;
import dev.rollcall.cli.commands.DescribeCommand;
import dev.rollcall.cli.commands.ExportCommand;
import dev.rollcall.cli.commands.ImportCommand;
import dev.rollcall.cli.commands.ListCommand;
import dev.rollcall.cli.commands.TokenKeysCommand;
import dev.rollcall.cli.errors.OutputFailure;
import dev.rollcall.cli.errors.StandardError;
import dev.rollcall.cli.output.StandardOutput;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.cli.times.TimeConverter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program `rollcall`: its commands, and what every command does about errors.
@Command(
        name = "rollcall",
        description = "Answers for Amazon SageMaker's processing jobs from your own storage.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To begin: @|bold rollcall demo|@ serves made-up jobs and says what to try.",
            "",
            "Every option can be given as an environment variable: --port as ROLLCALL_PORT.",
            "Exit status: 0 done; 1 refused, or some records were; 2 the command line is wrong; 141"
                    + " the program that read the output stopped reading."
        })
public final class CommandLineProgram implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    private CommandLineProgram() {}

    /// The program, ready to run.
    ///
    /// @param clock the time from which times ahead and times ago are counted
    /// @param environment the variables that options are taken from that are not given
    /// @param serverCommands the commands that run a server, which come first in the help
    /// @param asked what the program is to be run with
    public static CommandLine over(
            Storages storages,
            InstantSource clock,
            Map<String, String> environment,
            List<Object> serverCommands,
            AskedCommands asked) {
        var program = new CommandLine(new CommandLineProgram());
        var commands = new ArrayList<>(serverCommands);
        commands.add(new ImportCommand(storages, clock));
        commands.add(new ExportCommand(storages));
        commands.add(new ListCommand(storages));
        commands.add(new DescribeCommand(storages));
        commands.add(new CheckCommand(storages));
        commands.add(new CompactCommand(storages));
        commands.add(new TokenKeysCommand(storages));
        asked.among(commands).forEach(program::addSubcommand);
        return program.setDefaultValueProvider(new EnvironmentDefaults(environment))
                .registerConverter(Instant.class, new TimeConverter(clock))
                .setUsageHelpAutoWidth(true)
                .setOut(StandardOutput.printer())
                .setErr(StandardError.printer())
                .setExecutionStrategy(CommandLineProgram::runAndFlush)
                .setParameterExceptionHandler((mistake, _) -> ExitStatus.of(mistake))
                .setExecutionExceptionHandler(
                        (failure, command, _) -> ExitStatus.of(failure, command.getErr()));
    }

    /// Shows the help: what a person needs who gives no command.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Runs a command, and writes what it printed before its status says that all went well.
    private static int runAndFlush(ParseResult parsed) {
        CommandLine program = parsed.commandSpec().commandLine();
        try {
            int status = new RunLast().execute(parsed);
            program.getOut().flush();
            return status;
        } catch (OutputFailure failure) {
            throw new ExecutionException(program, "standard output failed", failure);
        }
    }
}
