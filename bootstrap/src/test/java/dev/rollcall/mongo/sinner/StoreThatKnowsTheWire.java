package dev.rollcall.mongo.sinner;

import dev.rollcall.json.WrittenTime;

import java.time.Instant;
import java.util.Optional;

/// A deliberate sinner: a store does not know how a client spells what it keeps.
public final class StoreThatKnowsTheWire {

    Optional<Instant> time(String spelled) {
        return WrittenTime.parse(spelled).map(WrittenTime::instant);
    }
}
