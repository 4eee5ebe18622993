package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;

/// The disk of the store runs full under writers, and has room again later.
record FullDisk(Storage storage) implements Scenario {

    /// What is left at first: the writers fill it within seconds.
    private static final long FREE = 3_000_000;

    private static final int MEGABYTES = 256;

    @Override
    public String name() {
        return "full-" + storage.word();
    }

    @Override
    public String fault() {
        return switch (storage) {
            case H2 -> "the disk full for 8 s (tmpfs), then room, SIGTERM and a new start; H2";
            case POSTGRES -> "PostgreSQL's disk full for 8 s (tmpfs), then room";
        };
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var disk = SmallDisk.mount(directory, MEGABYTES);
                var stored = storage.open(disk.directory());
                var subject = stored.subject("192m")) {
            subject.start();
            try (var trial = Trial.start(subject, new Mix(4, 4, 2, 2), new Requests.Open(), pace)) {
                trial.suffer(
                        Harm.REFUSED,
                        () -> {
                            disk.fill(FREE);
                            trial.awaitRefusal();
                            Thread.sleep(pace.of(8_000));
                        },
                        () -> {
                            disk.empty();
                            remedy(stored, subject, trial);
                        });
                return trial.end();
            }
        }
    }

    private void remedy(Storage.Stored stored, Subject subject, Trial trial) throws Exception {
        switch (storage) {
            case H2 -> {
                trial.tally().allow(Harm.STOPPED);
                subject.server().stop();
                subject.start();
            }
            case POSTGRES -> stored.restart().run();
        }
    }
}
