package dev.rollcall.domain.jobs;

import java.util.Optional;
import java.util.regex.Pattern;

/// An AWS account: twelve decimal digits.
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern PATTERN = Pattern.compile("[0-9]{12}");

    /// @throws IllegalArgumentException if the value is not twelve digits
    public AccountId {
        if (!isAccountId(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not an AWS account of twelve digits");
        }
    }

    /// The account with this identifier; empty if it is not twelve digits.
    public static Optional<AccountId> parse(String value) {
        return Optional.of(value).filter(AccountId::isAccountId).map(AccountId::new);
    }

    private static boolean isAccountId(String value) {
        return PATTERN.matcher(value).matches();
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
