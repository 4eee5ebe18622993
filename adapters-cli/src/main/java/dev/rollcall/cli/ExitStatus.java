package dev.rollcall.cli;

import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.OutputFailure;
import dev.rollcall.cli.errors.UserError;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.List;

/// Explains on standard error why a command ends as it does, and says with which exit status.
final class ExitStatus {

    private static final int REFUSED = 1;
    private static final int WRONG_COMMAND_LINE = 2;

    /// That of a program which SIGPIPE ends, as it ends most of those that write to a pipe.
    private static final int BROKEN_PIPE = 128 + 13;

    private ExitStatus() {}

    /// The status of a command that could not be understood.
    static int of(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(text(mistake));
        err.printf(
                "Recommended action: see '%s --help'.%n", command.getCommandSpec().qualifiedName());
        err.flush();
        return WRONG_COMMAND_LINE;
    }

    private static String text(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> text(unmatched);
            default -> String.valueOf(mistake.getMessage());
        };
    }

    private static String text(UnmatchedArgumentException unmatched) {
        String argument = unmatched.getUnmatched().getFirst();
        boolean isCommand =
                !argument.startsWith("-") && !unmatched.getCommandLine().getSubcommands().isEmpty();
        String text =
                isCommand
                        ? "There is no command '%s'.".formatted(argument)
                        : unmatched.getMessage() + ".";
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty()
                ? text
                : "%s Did you mean %s?".formatted(text, String.join(" or ", suggestions));
    }

    /// The status of a command that failed.
    static int of(Exception failure, PrintWriter err) {
        int status =
                switch (failure) {
                    case OutputFailure lost when lost.hasNoReader() -> BROKEN_PIPE;
                    case OutputFailure lost ->
                            refused(lost.getMessage(), OutputFailure.RECOMMENDED_ACTION, err);
                    case UserError error ->
                            refused(error.getMessage(), error.recommendedAction(), err);
                    case StorageUnsuitable unsuitable ->
                            refused(unsuitable.getMessage(), unsuitable.recommendedAction(), err);
                    case StorageReadOnly readOnly ->
                            refused(readOnly.getMessage(), readOnly.recommendedAction(), err);
                    case StorageUnavailable _ ->
                            refused(
                                    "The storage does not answer: " + FailureText.of(failure),
                                    "check that it runs and has free space; try again.",
                                    err);
                    default -> bug(failure, err);
                };
        err.flush();
        return status;
    }

    private static int refused(@Nullable String message, String action, PrintWriter err) {
        err.println(message);
        err.println("Recommended action: " + action);
        return REFUSED;
    }

    private static int bug(Exception failure, PrintWriter err) {
        err.println("This is a bug in Rollcall. Please report it:");
        failure.printStackTrace(err);
        return REFUSED;
    }
}
