package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.docs.Document;
import dev.rollcall.docs.Repository;
import dev.rollcall.docs.ShellCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds what the documents say of the command line to the command line.
class DocumentedCommandsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bROLLCALL_[A-Z_]*[A-Z]\\b");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final String ANY_COMMAND = "COMMAND";
    private static final List<OptionSpec> OPTIONS = options(Main.commandLine(Map.of())).toList();

    /// Options of the AWS CLI, which sentences name too.
    private static final Set<String> FOREIGN_OPTIONS =
            Set.of("--endpoint-url", "--no-sign-request");

    /// Variables that the launcher reads.
    private static final Set<String> OF_THE_LAUNCHER = Set.of("ROLLCALL_CACHE");

    static Stream<Document> documents() throws IOException {
        return Repository.here().documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_command_is_understood(Document document) {
        assertThat(mistakes(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void an_option_is_one_of_a_command(Document document) {
        assertThat(unknownOptions(document)).as("in %s", document).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_variable_is_one_of_an_option(Document document) {
        assertThat(unknownVariables(document)).as("in %s", document).isEmpty();
    }

    @Test
    void what_is_not_there_is_found_wherever_a_document_names_it() {
        var document =
                new Document(
                        Path.of("nowhere.md"),
                        """
                        `--nothing KEY`, but `--page-budget 2s`; `ROLLCALL_NOTHING`, but `ROLLCALL_PORT`.
                        `./rollcall gone`, but `./rollcall token-keys new` and `./rollcall COMMAND --help`.

                        ```
                        $ ROLLCALL_NOWHERE=1 ./rollcall lost | ./rollcall import - --data elsewhere
                        $ ./rollcall list --nothing; ./rollcall list --page-size nothing
                        ```
                        """);
        assertThat(mistakes(document))
                .satisfiesExactly(
                        mistake -> assertThat(mistake).contains("'lost'"),
                        mistake -> assertThat(mistake).contains("'--nothing'"),
                        mistake -> assertThat(mistake).contains("'--page-size'"),
                        mistake -> assertThat(mistake).contains("'gone'"));
        assertThat(unknownOptions(document)).containsExactly("--nothing");
        assertThat(unknownVariables(document))
                .containsExactly("ROLLCALL_NOTHING", "ROLLCALL_NOWHERE");
    }

    private static List<String> mistakes(Document document) {
        var inSentences =
                document.spans()
                        .filter(span -> !span.contains(ANY_COMMAND))
                        .flatMap(ShellCommand::in);
        return Stream.concat(document.commands(), inSentences)
                .filter(command -> command.program().equals("./rollcall"))
                .flatMap(DocumentedCommandsTest::mistake)
                .toList();
    }

    private static Stream<String> mistake(ShellCommand command) {
        try {
            Main.commandLine(Map.of()).parseArgs(command.arguments().toArray(String[]::new));
            return Stream.empty();
        } catch (ParameterException e) {
            return Stream.of(command + ": " + e.getMessage());
        }
    }

    private static List<String> unknownOptions(Document document) {
        return document.spans()
                .flatMap(span -> Arrays.stream(span.split("\\s+")))
                .filter(word -> OPTION.matcher(word).matches() && !FOREIGN_OPTIONS.contains(word))
                .filter(word -> OPTIONS.stream().noneMatch(option -> isCalled(word, option)))
                .toList();
    }

    private static boolean isCalled(String word, OptionSpec option) {
        return List.of(option.names()).contains(word);
    }

    private static List<String> unknownVariables(Document document) {
        return VARIABLE.matcher(document.text())
                .results()
                .map(MatchResult::group)
                .filter(name -> !OF_THE_LAUNCHER.contains(name))
                .filter(name -> OPTIONS.stream().noneMatch(option -> isFrom(name, option)))
                .toList();
    }

    private static boolean isFrom(String variable, OptionSpec option) {
        try {
            var defaults = Main.commandLine(Map.of(variable, "set")).getDefaultValueProvider();
            return defaults.defaultValue(option) != null;
        } catch (Exception e) {
            throw new AssertionError("no default of " + option, e);
        }
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream(),
                command.getSubcommands().values().stream()
                        .flatMap(DocumentedCommandsTest::options));
    }
}
