package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;

/// The server is stopped by SIGTERM, and started again.
record Stop(int times) implements Scenario {

    @Override
    public String name() {
        return "sigterm";
    }

    @Override
    public String fault() {
        return "SIGTERM and a new start, %d times; H2".formatted(times);
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var stored = Storage.H2.open(directory);
                var subject = stored.subject("192m")) {
            subject.start();
            try (var trial = Trial.start(subject, new Mix(4, 8, 4, 5), new Requests.Open(), pace)) {
                for (int i = 0; i < pace.times(times); i++) {
                    trial.suffer(Harm.STOPPED, () -> subject.server().stop(), subject::start);
                }
                return trial.end();
            }
        }
    }
}
