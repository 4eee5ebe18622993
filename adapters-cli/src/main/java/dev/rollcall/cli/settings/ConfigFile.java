package dev.rollcall.cli.settings;

import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.json.VisibleText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Settings in a file: `port = 8080` in a line of its own, with the names of the options. A line
/// that begins with `#` is a comment.
record ConfigFile(Path path, Map<String, String> settings) {

    private static final String FORM =
            "write each setting as NAME = VALUE in a line of its own, as in port = 8080.";

    /// Reads a file.
    ///
    /// @throws UserError if it can't be read, or a line of it
    static ConfigFile read(Path path) {
        try {
            return new ConfigFile(path, parse(path, Files.readAllLines(path)));
        } catch (IOException e) {
            throw new UserError(
                    "The settings in %s can't be read: %s".formatted(path, FailureText.of(e)),
                    "check the name that --config gives, and that the file is text and readable.",
                    e);
        }
    }

    private static Map<String, String> parse(Path path, List<String> lines) {
        Map<String, String> settings = new TreeMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] nameAndValue = line.split("=", 2);
            if (nameAndValue.length < 2) {
                throw new UserError(
                        "Line %d of %s is not a setting.".formatted(number, path), FORM);
            }
            String name = nameAndValue[0].strip();
            if (settings.put(name, nameAndValue[1].strip()) != null) {
                throw new UserError(
                        "Line %d of %s sets '%s' again."
                                .formatted(number, path, VisibleText.of(name)),
                        "remove one of the two.");
            }
        }
        return settings;
    }
}
