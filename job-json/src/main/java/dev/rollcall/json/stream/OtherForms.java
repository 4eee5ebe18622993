package dev.rollcall.json.stream;

import java.util.Optional;
import java.util.regex.Pattern;

/// Forms other than JSON that people save jobs in, recognised by how they begin.
enum OtherForms {
    TABLE("-{5,}|\\||\\+-", "the table output of the AWS CLI"),
    TEXT("[A-Z]+\\t", "the text output of the AWS CLI"),
    YAML("---\\s*$|(- )?([A-Z][a-z]+){2,}:(\\s|$)", "YAML"),
    POWERSHELL(
            "([A-Z][a-z]+){2,} +: ",
            "what PowerShell prints",
            "use the AWS CLI, and save it with `--output json`"),
    PYTHON(
            "[{\\[]+'",
            "what Python prints",
            "write it with `json.dump(answer, file, default=str)`"),
    GZIP("\\x1f", "gzip data after plain text", "import it as a file of its own");

    /// How many characters are enough to tell.
    static final int LENGTH = 200;

    private final Pattern beginning;
    private final String reason;

    OtherForms(String beginning, String name) {
        this(beginning, name, "save it with `--output json`");
    }

    OtherForms(String beginning, String name, String advice) {
        this.beginning = Pattern.compile(beginning);
        this.reason = "looks like %s: %s".formatted(name, advice);
    }

    /// What a text looks like, and what helps; empty if it looks like none of them.
    ///
    /// @param beginning [#LENGTH] characters of it, or all of its first line
    static Optional<String> reason(String beginning) {
        for (OtherForms form : values()) {
            if (form.beginning.matcher(beginning).lookingAt()) {
                return Optional.of(form.reason);
            }
        }
        return Optional.empty();
    }
}
