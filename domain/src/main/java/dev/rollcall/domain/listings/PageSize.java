package dev.rollcall.domain.listings;

/// How many jobs a page has at most (SageMaker API, `MaxResults`).
public record PageSize(int value) {

    public static final int MIN = 1;
    public static final int MAX = 100;

    /// The size of a page if the request does not say.
    public static final PageSize DEFAULT = new PageSize(10);

    /// @throws IllegalArgumentException if the value is not between 1 and 100
    public PageSize {
        if (value < MIN || value > MAX) {
            throw new IllegalArgumentException(value + " is not between " + MIN + " and " + MAX);
        }
    }
}
