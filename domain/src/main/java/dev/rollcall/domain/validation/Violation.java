package dev.rollcall.domain.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A constraint that an input breaks. A fact without a message: each adapter has its own wording.
///
/// `member` is the member's name in the SageMaker API, such as `MaxResults`.
public sealed interface Violation {

    String member();

    /// A number less than the minimum.
    record TooSmall(String member, int value, int minimum) implements Violation {}

    /// A number greater than the maximum.
    record TooLarge(String member, int value, int maximum) implements Violation {}

    /// A string of fewer than `minimum` code points.
    record TooShort(String member, String value, int minimum) implements Violation {}

    /// A string of more than `maximum` code points.
    record TooLong(String member, String value, int maximum) implements Violation {}

    /// A value that takes more than `maximum` bytes in UTF-8.
    record TooManyBytes(String member, long bytes, int maximum) implements Violation {}

    /// A string that does not match a pattern as a whole.
    record PatternMismatch(String member, String value, String pattern) implements Violation {}

    /// A string that is not one of the allowed values, which are in the order of the API.
    record NotInEnum(String member, String value, List<String> allowed) implements Violation {}

    /// A required member that is not there.
    record Missing(String member) implements Violation {}

    /// A string that is not the ARN of a processing job in a region of its partition.
    record NotAnArn(String member, String value) implements Violation {}

    /// A name that differs from the one in the job's ARN, and not in case alone.
    record NotTheArnsName(String member, String value, String arnsName) implements Violation {}

    /// A text that contains NUL or half a surrogate pair.
    record NotText(String member) implements Violation {}

    /// A time outside the years 0000 to 9999.
    record TimeOutOfRange(String member, Instant value) implements Violation {}

    /// A time of a record that lies more than `maxAhead` after `now`, the time on the clock.
    record TooFarAhead(String member, Instant value, Instant now, Duration maxAhead)
            implements Violation {}
}
