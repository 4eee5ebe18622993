package dev.rollcall.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One request, sent in several rounds.
final class Rounds {

    /// What one of them took.
    ///
    /// @param micros of CPU that the server needed for a request
    /// @param bytes that it allocated for it
    record Round(double micros, double bytes, Load.Outcome outcome) {}

    private final PageRequest request;
    private final int connections;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(PageRequest request, int connections) {
        this.request = request;
        this.connections = connections;
    }

    /// Adds a round.
    void add(ServerProcess server, Load load, Duration time)
            throws IOException, InterruptedException {
        var before = server.used();
        var outcome = load.send(request, connections, time);
        var used = server.used().since(before);
        rounds.add(
                new Round(
                        used.cpuNanos() / 1_000.0 / outcome.requests(),
                        (double) used.allocatedBytes() / outcome.requests(),
                        outcome));
    }

    /// The rounds so far were to warm up.
    void forget() {
        rounds.clear();
    }

    int connections() {
        return connections;
    }

    double micros() {
        return median(Round::micros);
    }

    double bytes() {
        return median(Round::bytes);
    }

    double perSecond() {
        return median(round -> round.outcome().perSecond());
    }

    double p50() {
        return median(round -> round.outcome().p50());
    }

    double p99() {
        return median(round -> round.outcome().p99());
    }

    private double median(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
