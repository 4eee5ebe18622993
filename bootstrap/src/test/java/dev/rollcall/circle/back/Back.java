package dev.rollcall.circle.back;

import dev.rollcall.circle.there.There;

/// A deliberate sinner, together with [There].
public final class Back {

    There there() {
        return new There();
    }
}
