package dev.rollcall.bootstrap;

import dev.rollcall.bootstrap.check.CheckCommand;
import dev.rollcall.bootstrap.serve.DemoCommand;
import dev.rollcall.bootstrap.serve.ServeCommand;
import dev.rollcall.bootstrap.serve.WarmCommand;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.AskedCommands;
import dev.rollcall.cli.CommandLineProgram;
import dev.rollcall.cli.errors.StandardError;

import picocli.CommandLine;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The entry of the program `rollcall`.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setErr(StandardError.stream());
        var asked = new AskedCommands(List.of(args));
        System.exit(commandLine(System.getenv(), asked).execute(args));
    }

    /// The program with all of its commands.
    ///
    /// @param environment the variables that options are taken from that are not given
    public static CommandLine commandLine(Map<String, String> environment) {
        return commandLine(environment, AskedCommands.ALL);
    }

    static CommandLine commandLine(Map<String, String> environment, AskedCommands asked) {
        var storages = new WiredStorages(environment);
        return CommandLineProgram.over(
                storages,
                InstantSource.system(),
                environment,
                List.of(
                        new DemoCommand(storages),
                        new ServeCommand(storages),
                        new CheckCommand(storages, InstantSource.system()),
                        new WarmCommand(storages, () -> commandLine(Map.of()))),
                asked);
    }
}
