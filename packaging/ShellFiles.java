import static java.util.Comparator.comparing;

import dev.rollcall.bootstrap.Main;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes what a shell finds below a `share` directory: completion for bash, and a manual page of
/// the program and of each of its commands. All of it is picocli's knowledge of the commands.
/// picocli itself writes AsciiDoc, for which a build would need Asciidoctor, and so JRuby.
public class ShellFiles {

    /// No help has a line as long as this, so none is broken: the reader's terminal does that.
    private static final int ONE_LINE = 10_000;

    public static void main(String[] arguments) throws IOException {
        var share = Path.of(arguments[0]);
        CommandLine program = Main.commandLine(Map.of());
        String name = program.getCommandName();
        write(
                share.resolve("bash-completion/completions").resolve(name),
                AutoComplete.bash(name, program));
        writePages(share.resolve("man/man1"), program);
    }

    private static void writePages(Path directory, CommandLine command) throws IOException {
        write(directory.resolve(page(command) + ".1"), text(command));
        for (CommandLine below : below(command)) {
            writePages(directory, below);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String page(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private static List<CommandLine> below(CommandLine command) {
        return List.copyOf(command.getSubcommands().values());
    }

    private static String text(CommandLine command) {
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(ONE_LINE);
        var help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
        List<String> description = help.description().lines().toList();
        var lines = new ArrayList<String>();
        lines.add(".TH %s 1 \"\" Rollcall".formatted(escaped(page(command))));
        lines.add(".SH NAME");
        lines.add(escaped(page(command) + " - " + String.join(" ", description)));
        lines.add(".SH SYNOPSIS");
        lines.add(".B " + escaped(command.getCommandSpec().qualifiedName()));
        lines.add(escaped(synopsis(command, help)));
        lines.add(".SH DESCRIPTION");
        lines.addAll(paragraphs(Stream.concat(description.stream(), help.footer().lines())));
        lines.addAll(arguments(command, help));
        lines.addAll(commands(command));
        lines.add(".SH SEE ALSO");
        lines.add(String.join(",\n", related(command)));
        return String.join("\n", lines) + "\n";
    }

    private static String synopsis(CommandLine command, Help help) {
        var spec = command.getCommandSpec();
        var parts = new ArrayList<String>();
        parts.add("[OPTION]...");
        spec.positionalParameters()
                .forEach(it -> parts.add(label(it, help)));
        if (!below(command).isEmpty()) {
            parts.add("[COMMAND]");
        }
        return String.join(" ", parts);
    }

    private static String label(ArgSpec argument, Help help) {
        return help.createDefaultParamLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
    }

    private static List<String> paragraphs(Stream<String> lines) {
        return lines.map(line -> line.isBlank() ? ".PP" : escaped(line.strip()) + "\n.br").toList();
    }

    private static List<String> arguments(CommandLine command, Help help) {
        var spec = command.getCommandSpec();
        var labels = help.createDefaultParamLabelRenderer();
        var scheme = help.colorScheme();
        var lines = new ArrayList<String>();
        lines.add(".SH OPTIONS");
        for (var it : spec.positionalParameters()) {
            var rows = help.createDefaultParameterRenderer().render(it, labels, scheme);
            lines.addAll(entry(label(it, help), rows));
        }
        for (var it : spec.options().stream().sorted(comparing(OptionSpec::longestName)).toList()) {
            var rows = help.createDefaultOptionRenderer().render(it, labels, scheme);
            lines.addAll(entry(String.join(", ", it.names()) + label(it, help), rows));
        }
        return lines;
    }

    /// @param rows what picocli shows in the columns of its help, with the description in the last
    private static List<String> entry(String name, Ansi.Text[][] rows) {
        var lines = new ArrayList<String>();
        lines.add(".TP");
        lines.add(".B " + escaped(name));
        for (Ansi.Text[] row : rows) {
            lines.add(escaped(row[row.length - 1].toString().strip()));
        }
        return lines;
    }

    private static List<String> commands(CommandLine command) {
        var lines = new ArrayList<String>();
        for (CommandLine below : below(command)) {
            String[] description = below.getCommandSpec().usageMessage().description();
            lines.add(".TP");
            lines.add(".B " + escaped(below.getCommandName()));
            lines.add(escaped(String.join(" ", description)));
        }
        if (!lines.isEmpty()) {
            lines.addFirst(".SH COMMANDS");
        }
        return lines;
    }

    private static List<String> related(CommandLine command) {
        return Stream.concat(Stream.ofNullable(command.getParent()), below(command).stream())
                .map(it -> "\\fB%s\\fR(1)".formatted(escaped(page(it))))
                .toList();
    }

    /// Without what troff would take for a request, an escape, or a typographic sign.
    private static String escaped(String text) {
        String signs =
                text.replace("\\", "\\e")
                        .replace("-", "\\-")
                        .replace("'", "\\(aq")
                        .replace("`", "\\(ga")
                        .replace("^", "\\(ha")
                        .replace("~", "\\(ti");
        return signs.startsWith(".") ? "\\&" + signs : signs;
    }
}
