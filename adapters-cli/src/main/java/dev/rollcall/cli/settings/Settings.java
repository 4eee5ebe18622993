package dev.rollcall.cli.settings;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.json.VisibleText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes an option that is not on the command line from an environment variable, `--port` from
/// `ROLLCALL_PORT`, and otherwise from the file that `--config` names.
public final class Settings implements IDefaultValueProvider {

    private static final String CONFIG = "--config";
    private static final String PREFIX = "ROLLCALL_";

    /// What the launcher knows, and no command.
    private static final Set<String> OF_THE_LAUNCHER = Set.of("ROLLCALL_CACHE");

    /// What is no setting, but asked of the program.
    private static final Set<String> QUESTIONS = Set.of("help", "version");

    /// What Kubernetes sets in each container for a Service named rollcall, or rollcall-something.
    private static final Pattern OF_KUBERNETES =
            Pattern.compile(
                    "ROLLCALL_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?"
                            + "|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Map<String, String> variables = new TreeMap<>();
    private final Set<String> ofKubernetes = new TreeSet<>();
    private final Map<Path, ConfigFile> files = new HashMap<>();

    /// @param environment all variables of the process
    public Settings(Map<String, String> environment) {
        environment.forEach(
                (name, value) -> {
                    if (isOfKubernetes(name, value)) {
                        ofKubernetes.add(name);
                    } else if (name.startsWith(PREFIX)) {
                        variables.put(name, value);
                    }
                });
    }

    private static boolean isOfKubernetes(String name, String value) {
        return OF_KUBERNETES.matcher(name).matches()
                || (name.startsWith(PREFIX)
                        && name.endsWith("_PORT")
                        && ADDRESS.matcher(value).matches());
    }

    /// Gives a command and those below it the option that names a file.
    public static void addOption(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder(CONFIG)
                                .paramLabel("FILE")
                                .type(Path.class)
                                .description(
                                        "A file of settings, NAME = VALUE in each line, with the"
                                                + " names of options: port = 8080. The command"
                                                + " line and the environment go before it.")
                                .build());
        command.getSubcommands().values().forEach(Settings::addOption);
    }

    /// While a command line is parsed, a file that can't be read has no settings: [#requireKnown]
    /// refuses it, before the command runs.
    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        try {
            return arg instanceof OptionSpec option ? value(option).orElse(null) : null;
        } catch (UserError _) {
            return null;
        }
    }

    private Optional<String> value(OptionSpec option) {
        String name = name(option);
        var own = Optional.ofNullable(variables.get(variable(name)));
        return own.isPresent() || option.longestName().equals(CONFIG)
                ? own
                : file(option.command().commandLine())
                        .flatMap(file -> Optional.ofNullable(file.settings().get(name)));
    }

    private Optional<ConfigFile> file(CommandLine command) {
        return Optional.ofNullable(command.getCommandSpec().findOption(CONFIG))
                .map(OptionSpec::<Path>getValue)
                .or(() -> Optional.ofNullable(variables.get(variable("config"))).map(Path::of))
                .map(path -> files.computeIfAbsent(path, ConfigFile::read));
    }

    /// Refuses what no command knows.
    ///
    /// @param program with the command that is about to run
    /// @param whole with all commands; asked only if the command itself does not know a setting
    /// @param command the one that is about to run
    /// @throws UserError if a variable or a setting of the file is unknown, or the file can't be
    ///   read
    public void requireKnown(
            CommandLine program, Supplier<CommandLine> whole, CommandLine command) {
        var file = file(command);
        if (unknown(names(program), file).isPresent()) {
            unknown(names(whole.get()), file)
                    .ifPresent(
                            error -> {
                                throw error;
                            });
        }
    }

    private Optional<UserError> unknown(Set<String> names, Optional<ConfigFile> file) {
        return unknownVariable(names).or(() -> file.flatMap(it -> unknown(names, it)));
    }

    private Optional<UserError> unknownVariable(Set<String> names) {
        Set<String> known = new TreeSet<>(OF_THE_LAUNCHER);
        names.stream().map(Settings::variable).forEach(known::add);
        return variables.keySet().stream()
                .filter(variable -> !known.contains(variable))
                .findFirst()
                .map(
                        variable ->
                                new UserError(
                                        "There is no setting for the variable %s. Did you mean %s?"
                                                .formatted(
                                                        VisibleText.of(variable),
                                                        NearestName.to(variable, known)),
                                        "correct the name, or remove the variable."));
    }

    private static Optional<UserError> unknown(Set<String> names, ConfigFile file) {
        return file.settings().keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(
                        name ->
                                new UserError(
                                        "There is no setting '%s', which %s has. Did you mean '%s'?"
                                                .formatted(
                                                        VisibleText.of(name),
                                                        file.path(),
                                                        NearestName.to(name, names)),
                                        "correct the name, or remove the line."));
    }

    /// Says which variables are not settings, though they look like some.
    public List<String> warnings() {
        return ofKubernetes.isEmpty()
                ? List.of()
                : List.of(
                        "Warning: %s %s made by Kubernetes for a Service, and ignored."
                                .formatted(
                                        String.join(", ", ofKubernetes),
                                        ofKubernetes.size() == 1 ? "was" : "were"),
                        "Recommended action: set enableServiceLinks: false in the pod's spec.");
    }

    private static Set<String> names(CommandLine command) {
        return namesBelow(command)
                .filter(name -> !QUESTIONS.contains(name))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> namesBelow(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream().map(Settings::name),
                command.getSubcommands().values().stream().flatMap(Settings::namesBelow));
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--?", "");
    }

    private static String variable(String name) {
        return PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
