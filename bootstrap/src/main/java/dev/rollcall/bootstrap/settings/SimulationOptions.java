package dev.rollcall.bootstrap.settings;

import dev.rollcall.application.PageCut;
import dev.rollcall.application.simulate.SimulatedOutcome;
import dev.rollcall.bootstrap.wiring.SimulationSettings;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.Choice;
import dev.rollcall.http.access.Faults;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options for a server that tests use in place of AWS.
public final class SimulationOptions {

    /// When pages are cut. The names are what the user types.
    enum Cut {
        full,
        aws
    }

    static final class Cuts extends Choice<Cut> {
        Cuts() {
            super(Cut.values(), Cut::name);
        }
    }

    /// Errors that a server can answer on purpose. The names are what the user types.
    enum Fault {
        throttle,
        unavailable,
        internal
    }

    @Option(
            names = "--simulate",
            description =
                    "Let clients create, stop, tag and delete jobs, whose lives are simulated:"
                            + " nothing runs. For tests; with --auth sigv4 a key needs 'simulate'"
                            + " in its allow.")
    private boolean simulate;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description =
                    "simulate: how a job ends whose tag rollcall:outcome and variable"
                            + " ROLLCALL_OUTCOME say nothing: 'Completed after 2s', 'Failed after"
                            + " 5s because the disk was full'. Default: Completed after 5s.")
    private @Nullable String outcome;

    @Option(
            names = "--page-cut",
            paramLabel = "WHEN",
            converter = Cuts.class,
            completionCandidates = Cuts.class,
            description =
                    "full: a page is full whenever enough jobs match. aws: a page is cut before it"
                            + " is filtered, as AWS does it, and may be short or empty and have a"
                            + " token. Default: ${DEFAULT-VALUE}.")
    private Cut pageCut = Cut.full;

    @Option(
            names = "--fault",
            paramLabel = "FAULT=PART",
            split = ",",
            description =
                    "For tests: answer this part of all requests with a fault. throttle=0.1 is"
                            + " ThrottlingException for a tenth of them; also unavailable (503)"
                            + " and internal (500).")
    private List<String> faults = List.of();

    @Option(
            names = "--fault-seed",
            paramLabel = "N",
            description =
                    "The same seed brings the same faults, request by request. Default:"
                            + " ${DEFAULT-VALUE}.")
    private long faultSeed = 1;

    public boolean simulates() {
        return simulate;
    }

    public SimulationSettings settings() {
        if (outcome != null && !simulate) {
            throw new UserError("--outcome needs --simulate.", "add --simulate, or remove it.");
        }
        return new SimulationSettings(
                Optional.of(usual()).filter(_ -> simulate),
                switch (pageCut) {
                    case full -> PageCut.AFTER_FILTERING;
                    case aws -> PageCut.BEFORE_FILTERING;
                });
    }

    private SimulatedOutcome usual() {
        return outcome == null
                ? SimulatedOutcome.USUAL
                : SimulatedOutcome.parse(outcome)
                        .orElseThrow(
                                () ->
                                        new UserError(
                                                "'%s' is no outcome of a job.".formatted(outcome),
                                                "write it as " + SimulatedOutcome.FORMS + "."));
    }

    /// The faults that are asked for; empty if there are none.
    public Optional<Faults> faults() {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        Map<Fault, Double> parts = new EnumMap<>(Fault.class);
        try {
            for (String fault : faults) {
                int equals = fault.indexOf('=');
                var kind = Fault.valueOf(fault.substring(0, Math.max(equals, 0)));
                parts.merge(kind, Double.valueOf(fault.substring(equals + 1)), Double::sum);
            }
            return Optional.of(
                    new Faults(
                            parts.getOrDefault(Fault.throttle, 0.0),
                            parts.getOrDefault(Fault.unavailable, 0.0),
                            parts.getOrDefault(Fault.internal, 0.0),
                            faultSeed));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "--fault %s can't be followed.".formatted(String.join(",", faults)),
                    "write it as --fault throttle=0.1,unavailable=0.05: throttle, unavailable or"
                            + " internal, each a part of all requests, 1 together at most.",
                    e);
        }
    }
}
