package dev.rollcall.cli;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.Set;

/// Which commands the arguments of the program may mean. To find out what all of them take is the
/// longest part of a start, so it is not done for those that cannot be meant.
///
/// @param arguments empty for a program that knows all commands
public record AskedCommands(List<String> arguments) {

    private static final Set<List<String>> VERSION = Set.of(List.of("--version"), List.of("-V"));

    public static final AskedCommands ALL = new AskedCommands(List.of());

    public AskedCommands {
        arguments = List.copyOf(arguments);
    }

    /// The command that the first argument names. If it names none, all of them: the help and the
    /// suggestions for a mistyped command need them.
    List<Object> among(List<Object> commands) {
        if (arguments.isEmpty()) {
            return commands;
        }
        if (VERSION.contains(arguments)) {
            return List.of();
        }
        var named =
                commands.stream()
                        .filter(command -> name(command).equals(arguments.getFirst()))
                        .toList();
        return named.isEmpty() ? commands : named;
    }

    private static String name(Object command) {
        return command.getClass().getAnnotation(Command.class).name();
    }
}
