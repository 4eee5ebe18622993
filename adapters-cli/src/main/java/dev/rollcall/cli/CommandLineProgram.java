package dev.rollcall.cli;

import dev.rollcall.cli.commands.CompactCommand;
import dev.rollcall.cli.commands.DescribeCommand;
import dev.rollcall.cli.commands.ExportCommand;
import dev.rollcall.cli.commands.ImportCommand;
import dev.rollcall.cli.commands.ListCommand;
import dev.rollcall.cli.commands.TokenKeysCommand;
import dev.rollcall.cli.errors.OutputFailure;
import dev.rollcall.cli.errors.StandardError;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.output.StandardOutput;
import dev.rollcall.cli.settings.Settings;
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
import java.util.function.Supplier;

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
            "Every option can be given as an environment variable, --port as ROLLCALL_PORT, or in"
                    + " the file that --config names, as port = 8080.",
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
        var settings = new Settings(environment);
        var program = new CommandLine(new CommandLineProgram());
        var commands = new ArrayList<>(serverCommands);
        commands.add(new ImportCommand(storages, clock));
        commands.add(new ExportCommand(storages));
        commands.add(new ListCommand(storages));
        commands.add(new DescribeCommand(storages));
        commands.add(new CompactCommand(storages));
        commands.add(new TokenKeysCommand(storages));
        asked.among(commands).forEach(program::addSubcommand);
        program.getSubcommands().values().forEach(Settings::addOption);
        Supplier<CommandLine> whole =
                () -> over(storages, clock, environment, serverCommands, AskedCommands.ALL);
        return program.setDefaultValueProvider(settings)
                .registerConverter(Instant.class, new TimeConverter(clock))
                .setUsageHelpAutoWidth(true)
                .setOut(StandardOutput.printer())
                .setErr(StandardError.printer())
                .setExecutionStrategy(parsed -> runAndFlush(parsed, settings, whole))
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
    ///
    /// @param whole the program with all of its commands, whose settings may be there too
    private static int runAndFlush(
            ParseResult parsed, Settings settings, Supplier<CommandLine> whole) {
        CommandLine program = parsed.commandSpec().commandLine();
        try {
            if (parsed.hasSubcommand() && !isQuestion(parsed)) {
                settings.requireKnown(program, whole, last(parsed));
                settings.warnings().forEach(program.getErr()::println);
            }
            int status = new RunLast().execute(parsed);
            program.getOut().flush();
            return status;
        } catch (UserError failure) {
            throw new ExecutionException(program, "a setting is refused", failure);
        } catch (OutputFailure failure) {
            throw new ExecutionException(program, "standard output failed", failure);
        }
    }

    /// The command that is about to run.
    private static CommandLine last(ParseResult parsed) {
        return parsed.hasSubcommand()
                ? last(parsed.subcommand())
                : parsed.commandSpec().commandLine();
    }

    /// Whether it is the help or the version that is asked for, of whatever command.
    private static boolean isQuestion(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || (parsed.hasSubcommand() && isQuestion(parsed.subcommand()));
    }
}
