package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.TextLength;

/// What a job reports about its end: an `ExitMessage` or a `FailureReason`.
public record JobMessage(String text) {

    /// The longest message, in code points (SageMaker API, `ExitMessage`, `FailureReason`).
    static final int MAX_LENGTH = 1024;

    /// @throws IllegalArgumentException if the text is longer than 1024 code points or is not
    ///   Unicode text that every store can hold
    public JobMessage {
        if (TextLength.of(text) > MAX_LENGTH || !isText(text)) {
            throw new IllegalArgumentException("not a message of a processing job");
        }
    }

    /// Whether every store can hold a text: half a surrogate pair cannot be encoded in UTF-8, and
    /// PostgreSQL cannot store NUL.
    public static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public String toString() {
        return text;
    }
}
