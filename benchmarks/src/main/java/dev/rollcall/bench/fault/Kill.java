package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;

/// The server's process is killed, and started again.
record Kill(Storage storage, int times) implements Scenario {

    @Override
    public String name() {
        return "kill-" + storage.word();
    }

    @Override
    public String fault() {
        return "`kill -9` of the server, %d times; %s".formatted(times, storage.words());
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var stored = storage.open(directory);
                var subject = stored.subject("192m")) {
            subject.start();
            try (var trial =
                    Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                for (int i = 0; i < pace.times(times); i++) {
                    trial.suffer(Harm.CUT, () -> subject.server().kill(), subject::start);
                }
                return trial.end();
            }
        }
    }
}
