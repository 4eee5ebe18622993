package dev.rollcall.domain;

import java.util.regex.Pattern;

/// The name of a processing job, unique within its [Scope] and never changed.
///
/// Names compare by code point, so upper case comes before lower case and `job-10` before `job-2`.
public record ProcessingJobName(String value) implements Comparable<ProcessingJobName> {

    /// The longest name, in characters (SageMaker API, `ProcessingJobName`).
    public static final int MAX_LENGTH = 63;

    /// The form of a name (SageMaker API, `ProcessingJobName`). It says nothing of the length:
    /// hyphens are not counted. No two ways of matching lead to one text, so it never backtracks
    /// far.
    private static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    /// @throws IllegalArgumentException if the value is longer than [#MAX_LENGTH] or has anything
    ///     but letters, digits, and hyphens between them
    public ProcessingJobName {
        if (!isName(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a processing job name");
        }
    }

    static boolean isName(String value) {
        return value.length() <= MAX_LENGTH && PATTERN.matcher(value).matches();
    }

    @Override
    public int compareTo(ProcessingJobName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
