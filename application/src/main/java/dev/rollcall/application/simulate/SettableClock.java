package dev.rollcall.application.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The clock of simulated jobs: that of the world until a test sets it. Then it stands still until
/// the test sets it again.
public final class SettableClock implements InstantSource {

    private final InstantSource world;
    private volatile Optional<Instant> set = Optional.empty();

    public SettableClock(InstantSource world) {
        this.world = world;
    }

    @Override
    public Instant instant() {
        return set.orElseGet(world::instant);
    }

    public synchronized void set(Instant time) {
        set = Optional.of(time);
    }

    /// Sets it, in one step, to what becomes of its time; leaves it if that is empty.
    public synchronized Optional<Instant> change(Function<Instant, Optional<Instant>> change) {
        Optional<Instant> changed = change.apply(instant());
        changed.ifPresent(this::set);
        return changed;
    }

    public synchronized void advance(Duration by) {
        set(instant().plus(by));
    }

    /// Goes with the world again.
    public synchronized void release() {
        set = Optional.empty();
    }
}
