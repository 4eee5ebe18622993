package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;
import dev.rollcall.bench.packaged.Exchange;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Many clients connect and say nothing, or ask once and keep their connections.
record IdleConnections(int count) implements Scenario {

    /// Of so many clients one asks once.
    private static final int ASKING = 10;

    @Override
    public String name() {
        return "idle-connections";
    }

    @Override
    public String fault() {
        return "%,d idle connections for 8 s, of which every tenth had a request; H2"
                .formatted(count);
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        List<Socket> idle = new ArrayList<>();
        int most = pace.times(count);
        try (var stored = Storage.H2.open(directory);
                var subject = stored.subject("192m", options(most))) {
            subject.start();
            try (var trial =
                    Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                var before = trial.rest();
                trial.suffer(
                        Harm.NONE,
                        () -> {
                            open(idle, most, subject);
                            Thread.sleep(pace.of(8_000));
                            expectAll(idle, trial, subject);
                        },
                        () -> close(idle));
                return trial.end(before);
            } finally {
                close(idle);
            }
        }
    }

    /// A server that lets so many clients be idle, and some more.
    private static String[] options(int count) {
        return new String[] {
            "--max-connections", Integer.toString(count + 1_000),
            "--client-timeout", "300",
            "--keep-alive", "300"
        };
    }

    private static void open(List<Socket> idle, int count, Subject subject) throws IOException {
        byte[] listing = Exchange.listing("{\"MaxResults\":10}");
        for (int i = 0; i < count; i++) {
            Socket socket = subject.connect();
            idle.add(socket);
            if (i % ASKING == 0) {
                Exchange.of(socket, listing);
            }
        }
    }

    private static void expectAll(List<Socket> idle, Trial trial, Subject subject)
            throws IOException, InterruptedException {
        long files = Vitals.of(subject.server()).files();
        if (files < idle.size()) {
            trial.tally().wrong("only %d files are open".formatted(files));
        }
    }

    private static void close(List<Socket> idle) throws IOException {
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
