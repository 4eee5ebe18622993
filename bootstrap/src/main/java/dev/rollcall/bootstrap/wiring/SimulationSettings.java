package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.PageCut;
import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.application.simulate.SettledStore;
import dev.rollcall.application.simulate.SimulateProcessingJobs;
import dev.rollcall.application.simulate.SimulatedOutcome;
import dev.rollcall.application.simulate.Simulation;

import java.time.InstantSource;
import java.util.Optional;

/// What a server does for tests of its clients.
///
/// @param usual how a job ends that says nothing of it; empty if no client may change jobs
/// @param pageCut when a page is cut to its size
public record SimulationSettings(Optional<SimulatedOutcome> usual, PageCut pageCut) {

    /// A server that is no test double.
    public static final SimulationSettings NONE =
            new SimulationSettings(Optional.empty(), PageCut.AFTER_FILTERING);

    /// Clients may change jobs, which complete after a while if they say nothing else.
    public static final SimulationSettings USUAL =
            new SimulationSettings(Optional.of(SimulatedOutcome.USUAL), PageCut.AFTER_FILTERING);

    /// A store whose jobs may have simulated lives.
    record Simulated(OpenStorage storage, Optional<Simulation> simulation) {}

    Simulated over(OpenStorage storage, InstantSource world) {
        return usual.map(outcome -> simulated(storage, outcome, new SettableClock(world)))
                .orElseGet(() -> new Simulated(storage, Optional.empty()));
    }

    private static Simulated simulated(
            OpenStorage storage, SimulatedOutcome usual, SettableClock clock) {
        var jobs = new SimulateProcessingJobs(storage.store(), usual, clock);
        return new Simulated(
                new OpenStorage(new SettledStore(storage.store(), jobs), storage.tokenKeys()),
                Optional.of(new Simulation(jobs, clock)));
    }
}
