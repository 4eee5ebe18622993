package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;

/// Very many clients list whole pages from a server with a small heap.
record FullPages(int connections) implements Scenario {

    @Override
    public String name() {
        return "full-pages";
    }

    @Override
    public String fault() {
        return "%d connections that list pages of 100 without a pause for 10 s, 96 MB of heap; H2"
                .formatted(connections);
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var stored = Storage.H2.open(directory);
                var subject = stored.subject("96m")) {
            subject.start();
            var requests = new Requests.Open();
            try (var trial = Trial.start(subject, new Mix(4, 2, 2, 10), requests, pace)) {
                var before = trial.rest();
                // Whoever waits too long for one of the store's connections is refused.
                trial.suffer(
                        Harm.REFUSED,
                        () -> {
                            var crowd =
                                    Load.start(
                                            new Mix(0, connections, 0, 0),
                                            trial.ledger(),
                                            trial.tally(),
                                            subject,
                                            requests);
                            Thread.sleep(pace.of(10_000));
                            crowd.end();
                        },
                        () -> {});
                return trial.end(before);
            }
        }
    }
}
