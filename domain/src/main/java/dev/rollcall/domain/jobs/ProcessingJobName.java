package dev.rollcall.domain.jobs;

/// The name of a processing job, unique within its [Scope] and never changed.
///
/// Names compare by code point, so upper case comes before lower case and `job-10` before `job-2`.
public record ProcessingJobName(String value) implements Comparable<ProcessingJobName> {

    /// The longest name, in characters (SageMaker API, `ProcessingJobName`).
    public static final int MAX_LENGTH = 63;

    /// @throws IllegalArgumentException if the value is longer than [#MAX_LENGTH] or has anything
    ///   but letters, digits, and hyphens between them
    public ProcessingJobName {
        if (!isName(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a processing job name");
        }
    }

    /// What the pattern `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}` says (SageMaker API,
    /// `ProcessingJobName`), together with the length. Every job that is read has its name judged,
    /// and a regular expression took a fifth of the time of a page.
    public static boolean isName(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!mayHave(value.charAt(i))) {
                return false;
            }
        }
        return value.charAt(0) != '-' && value.charAt(length - 1) != '-';
    }

    /// Whether a name may have this character somewhere.
    public static boolean mayHave(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-';
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
