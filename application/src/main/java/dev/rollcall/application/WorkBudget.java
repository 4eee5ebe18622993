package dev.rollcall.application;

import java.time.Duration;

/// How much work one call to a store may cost. When it is spent, the store answers with what it has
/// and the last place it examined.
///
/// @param rows how many rows or index entries to examine at the most, at least 1; a store may go
///   over it by a small constant, and examines at least one
/// @param time how long to take at the most; a store always makes some progress, however short it
///   is
public record WorkBudget(int rows, Duration time) {

    public WorkBudget {
        if (rows < 1) {
            throw new IllegalArgumentException("a budget of " + rows + " rows");
        }
    }
}
