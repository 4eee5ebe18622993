package dev.rollcall.bench.fault;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.StoreProxy.Network;
import dev.rollcall.bench.fault.Tally.Harm;

import java.nio.file.Path;
import java.util.List;

/// Something befalls the network to a server that speaks MongoDB's protocol.
record MongoFault(String name, String fault, Network network) implements Scenario {

    private static final long MILLIS = 8_000;

    static MongoFault cut() {
        return new MongoFault(
                "mongo-cut",
                "one in 20 answers of MongoDB's test server cut off with its connection, for 8 s",
                new Network.Cutting(20));
    }

    static MongoFault silent() {
        return new MongoFault(
                "mongo-silent",
                "nothing arrives at MongoDB's test server or from it, for 8 s",
                new Network.Silent());
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        var store = new MongoServer(new MemoryBackend());
        try (var proxy = new StoreProxy(store.bind().getPort());
                var subject = new Subject("192m", options(proxy.port()))) {
            subject.start();
            try (var trial =
                    Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                var before = trial.rest();
                trial.suffer(
                        Harm.REFUSED,
                        () -> {
                            proxy.become(network);
                            Thread.sleep(pace.of(MILLIS));
                        },
                        () -> proxy.become(new Network.Good()));
                return trial.end(before);
            }
        } finally {
            store.shutdownNow();
        }
    }

    private static List<String> options(int port) {
        return List.of(
                "--storage", "mongo", "--url", "mongodb://127.0.0.1:%d/rollcall".formatted(port));
    }
}
