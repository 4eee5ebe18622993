package dev.rollcall.bootstrap.settings;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The format of a file of keys: that of the AWS shared-credentials file. Each `[name]` begins a
/// section of `entry = value` lines; lines that begin with `#` or `;` are comments.
final class IniFile {

    private static final Pattern SECTION = Pattern.compile("\\[\\s*([^\\]]+?)\\s*\\]");
    private static final Pattern ENTRY = Pattern.compile("([^=\\s]+)\\s*=\\s*(.*)");

    private IniFile() {}

    /// The file breaks the format. The reason names the line or the section, and never a value.
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Broken(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// The sections of a file, in its order.
    ///
    /// @param names what entries a section may have
    static List<Section> parse(List<String> lines, Set<String> names) throws Broken {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        Optional<Map<String, String>> current = Optional.empty();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            Matcher section = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (section.matches()) {
                current = Optional.of(new HashMap<>());
                if (sections.put(section.group(1), current.get()) != null) {
                    throw broken(number, "a second [" + section.group(1) + "]");
                }
            } else if (!entry.matches() || current.isEmpty()) {
                throw broken(number, "neither [name] nor an entry of one");
            } else if (!names.contains(entry.group(1))) {
                throw broken(number, "unknown entry " + entry.group(1));
            } else if (current.get().put(entry.group(1), entry.group(2)) != null) {
                throw broken(number, "a second " + entry.group(1));
            }
        }
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static Broken broken(int line, String what) {
        return new Broken("line " + line + ": " + what);
    }

    /// One section, which is one key.
    record Section(String name, Map<String, String> entries) {

        Broken broken(String what) {
            return new Broken("[%s]: %s".formatted(name, what));
        }

        <T> T required(String entry, Function<String, T> reader) throws Broken {
            return optional(entry, reader).orElseThrow(() -> broken("missing " + entry));
        }

        <T> Optional<T> optional(String entry, Function<String, T> reader) throws Broken {
            try {
                return Optional.ofNullable(entries.get(entry)).map(reader);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw broken("invalid " + entry);
            }
        }
    }
}
