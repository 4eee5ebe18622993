package dev.rollcall.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.Locale;
import java.util.Map;

/// Takes an option that is not on the command line from an environment variable: `--port` from
/// `ROLLCALL_PORT`.
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    EnvironmentDefaults {
        environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        return arg instanceof OptionSpec option
                ? environment.get(variable(option.longestName()))
                : null;
    }

    private static String variable(String option) {
        return "ROLLCALL_"
                + option.replaceFirst("^--?", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
