package dev.rollcall.json.sinner;

import dev.rollcall.cli.storage.Storages;

/// A deliberate sinner: what two adapters share knows neither of them.
public final class SpellingThatKnowsACommand {

    long before(Storages.Compaction compaction) {
        return compaction.before();
    }
}
