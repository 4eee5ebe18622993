package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.StoreProxy.Network;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;

/// Something befalls PostgreSQL, or the network to it, and ends again.
///
/// @param millis how long it lasts
/// @param readiness what the server says of itself at the end of that: 200 if it answers, 503 if
///   not
record StoreFault(
        String name, String fault, long millis, int readiness, Harm harm, Step begin, Step end)
        implements Scenario {

    /// A beginning or an end.
    interface Step {

        void run(PostgresProcess store, StoreProxy network) throws Exception;
    }

    static StoreFault away() {
        return new StoreFault(
                "store-away",
                "PostgreSQL killed, and started again 8 s later",
                8_000,
                503,
                Harm.REFUSED,
                (store, _) -> store.kill(),
                (store, _) -> store.start());
    }

    static StoreFault frozen() {
        return new StoreFault(
                "store-frozen",
                "PostgreSQL stopped by SIGSTOP for 15 s",
                15_000,
                503,
                Harm.REFUSED,
                (store, _) -> store.freeze(),
                (store, _) -> store.thaw());
    }

    static StoreFault slow() {
        return network(
                "store-slow",
                "each answer of PostgreSQL late by 100 ms, for 8 s",
                200,
                new Network.Slow(100));
    }

    static StoreFault tooSlow() {
        return network(
                "store-too-slow",
                "each answer of PostgreSQL late by 4 s, for 8 s",
                503,
                new Network.Slow(4_000));
    }

    static StoreFault cut() {
        return network(
                "store-cut",
                "one in 20 answers of PostgreSQL cut off with its connection, for 8 s",
                0,
                new Network.Cutting(20));
    }

    static StoreFault silent() {
        return network(
                "store-silent",
                "nothing arrives at PostgreSQL or from it, for 8 s",
                503,
                new Network.Silent());
    }

    private static StoreFault network(String name, String fault, int readiness, Network network) {
        return new StoreFault(
                name,
                fault,
                8_000,
                readiness,
                Harm.REFUSED,
                (_, proxy) -> proxy.become(network),
                (_, proxy) -> proxy.become(new Network.Good()));
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var store = PostgresProcess.in(directory.resolve("postgres"));
                var network = new StoreProxy(store.port());
                var subject = new Subject("192m", Storage.options(network.port()))) {
            subject.start();
            try (var trial =
                    Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                var before = trial.rest();
                trial.suffer(
                        harm,
                        () -> {
                            begin.run(store, network);
                            Thread.sleep(pace.of(millis));
                            if (readiness != 0) {
                                trial.expectReadiness(readiness);
                            }
                        },
                        () -> end.run(store, network));
                return trial.end(before);
            }
        }
    }
}
