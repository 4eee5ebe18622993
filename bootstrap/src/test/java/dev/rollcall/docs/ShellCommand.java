package dev.rollcall.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A program with its arguments, out of a line for a shell.
public record ShellCommand(String program, List<String> arguments) {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<operator>[|;&<>]+)|(?<word>(?:[^\\s'\"|;&<>]|'[^']*'|\"[^\"]*\")+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=.*");

    public ShellCommand {
        arguments = List.copyOf(arguments);
    }

    /// The commands of a line, without redirections and variables.
    public static Stream<ShellCommand> in(String line) {
        var commands = new ArrayList<List<String>>();
        var words = new ArrayList<String>();
        var redirected = false;
        var tokens = TOKEN.matcher(COMMENT.matcher(line).replaceFirst(""));
        while (tokens.find()) {
            var operator = tokens.group("operator");
            if (operator == null) {
                if (!redirected) {
                    words.add(tokens.group("word").replaceAll("['\"]", ""));
                }
                redirected = false;
            } else if (operator.startsWith("<") || operator.startsWith(">")) {
                redirected = true;
            } else {
                commands.add(List.copyOf(words));
                words.clear();
            }
        }
        commands.add(words);
        return commands.stream()
                .map(ShellCommand::withoutVariables)
                .filter(command -> !command.isEmpty())
                .map(
                        command ->
                                new ShellCommand(
                                        command.getFirst(), command.subList(1, command.size())));
    }

    private static List<String> withoutVariables(List<String> words) {
        return words.stream().dropWhile(word -> ASSIGNMENT.matcher(word).matches()).toList();
    }

    /// What follows an option, within the same word or in the next one.
    Stream<String> valuesOf(String option) {
        return IntStream.range(0, arguments.size())
                .filter(i -> arguments.get(i).startsWith(option))
                .mapToObj(
                        i ->
                                arguments.get(i).equals(option)
                                        ? arguments.get(i + 1)
                                        : arguments.get(i).substring(option.length()));
    }
}
