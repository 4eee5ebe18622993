package dev.rollcall.circle.there;

import dev.rollcall.circle.back.Back;

/// A deliberate sinner, together with [Back]: two packages that need each other are one.
public final class There {

    Back back() {
        return new Back();
    }
}
