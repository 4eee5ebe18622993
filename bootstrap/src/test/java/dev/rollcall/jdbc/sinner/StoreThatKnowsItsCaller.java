package dev.rollcall.jdbc.sinner;

import dev.rollcall.bootstrap.Main;

/// A deliberate sinner: an adapter does not know who put it there.
public final class StoreThatKnowsItsCaller {

    void restart() {
        Main.main(new String[0]);
    }
}
