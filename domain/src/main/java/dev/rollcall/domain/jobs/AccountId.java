package dev.rollcall.domain.jobs;

import dev.rollcall.domain.validation.Constraints;

import java.util.regex.Pattern;

/// An AWS account: twelve digits.
public record AccountId(String value) implements Comparable<AccountId> {

    /// The constraint on a foreign value; AWS account identifiers have twelve decimal digits.
    public static final Pattern PATTERN = Pattern.compile("[0-9]{12}");

    /// @throws IllegalArgumentException if the value is not twelve digits
    public AccountId {
        Constraints.require(PATTERN, value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
