package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a processing job, unique within its [Scope] and never changed.
///
/// Names compare by code point, so upper case comes before lower case and `job-10` before `job-2`.
public record ProcessingJobName(String value) implements Comparable<ProcessingJobName> {

    private static final String MEMBER = "ProcessingJobName";

    /// The longest name, in characters (SageMaker API, `ProcessingJobName`).
    private static final int MAX_LENGTH = 63;

    private static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    /// @throws IllegalArgumentException if the value is longer than 63 characters or has anything
    ///   but letters, digits, and hyphens between them
    public ProcessingJobName {
        if (!isName(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a processing job name");
        }
    }

    /// The name with this value; empty if it cannot be a name.
    public static Optional<ProcessingJobName> parse(String value) {
        return Optional.of(value).filter(ProcessingJobName::isName).map(ProcessingJobName::new);
    }

    /// The name that a request asks for (SageMaker API, `DescribeProcessingJob`), or all
    /// violations.
    public static Checked<ProcessingJobName> check(Optional<String> requested) {
        var violations = Violations.none();
        violations.required(MEMBER, requested);
        violations.check(
                requested,
                value -> !value.isEmpty(),
                value -> new Violation.TooShort(MEMBER, value, 1));
        violations.checkLength(MEMBER, requested, MAX_LENGTH);
        violations.checkPattern(MEMBER, requested, PATTERN);
        return violations.orElseBuild(() -> requested.map(ProcessingJobName::new).orElseThrow());
    }

    /// Whether a name may contain this text: it is no longer than a name, and has no character that
    /// names do not have.
    public static boolean mayContain(String text) {
        return text.length() <= MAX_LENGTH && text.chars().allMatch(ProcessingJobName::mayHave);
    }

    /// The pattern together with the length. The name of every job that is read is checked, and a
    /// regular expression took a fifth of the time of a page.
    private static boolean isName(String value) {
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

    /// Whether the two differ in case alone, or not at all.
    public boolean equalsIgnoringCase(ProcessingJobName other) {
        return value.equalsIgnoreCase(other.value);
    }

    private static boolean mayHave(int c) {
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
