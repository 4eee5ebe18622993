package dev.rollcall.application;

import java.time.Duration;

/// How much work one call to a store may cost. When it is spent, the store answers with what it has
/// found and the position that it examined last.
///
/// @param rows how many rows or index entries to examine at most, and not less than 1; a store may
///   exceed it by a small constant
/// @param time how long to take at most; however short it is, a store always makes some progress
public record WorkBudget(int rows, Duration time) {

    public WorkBudget {
        if (rows < 1) {
            throw new IllegalArgumentException("a budget has at least one row, not " + rows);
        }
    }
}
