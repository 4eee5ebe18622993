package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// One of two access keys is taken out of the server's file, and put back.
record RevokedKeys() implements Scenario {

    private static final Requests.Signed KEPT = new Requests.Signed("AKIDKEPT", "kept-secret");
    private static final Requests.Signed REVOKED =
            new Requests.Signed("AKIDREVOKED", "revoked-secret");

    /// How soon a change of the file must count.
    private static final Duration SOON = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "keys-revoked";
    }

    @Override
    public String fault() {
        return """
        one of two access keys revoked for 3 s under signed load by the other; within 10 s \
        it must be refused, and after that always; H2\
        """;
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        Path file = directory.resolve("keys");
        SecretFile.writeKeys(file, KEPT, REVOKED);
        try (var stored = Storage.H2.open(directory);
                var subject =
                        stored.subject("192m", "--auth", "sigv4", "--access-keys", "" + file)) {
            subject.start();
            try (var trial = Trial.start(subject, new Mix(4, 4, 2, 20), KEPT, pace);
                    var client = new Client("revoked", subject, trial.tally())) {
                var before = trial.rest();
                expect(client, true);
                trial.suffer(
                        Harm.NONE,
                        () -> {
                            SecretFile.writeKeys(file, KEPT);
                            expect(client, false);
                            long end = System.nanoTime() + pace.of(3_000) * 1_000_000;
                            while (System.nanoTime() < end) {
                                if (isServed(client)) {
                                    trial.tally().wrong("a revoked key is served");
                                }
                            }
                        },
                        () -> {
                            SecretFile.writeKeys(file, KEPT, REVOKED);
                            expect(client, true);
                        });
                return trial.end(before);
            }
        }
    }

    /// Waits until requests with the key are served or refused, as they should be.
    private static void expect(Client client, boolean served)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (isServed(client) != served) {
            if (System.nanoTime() > end) {
                client.tally().wrong("a key that should be%s".formatted(served ? "" : " refused"));
                return;
            }
            Thread.sleep(10);
        }
    }

    private static boolean isServed(Client client) throws IOException {
        var answer = client.send(REVOKED.page("\"SortBy\":\"Name\"", Optional.empty()));
        boolean served = answer.status() == 200;
        if (!served && !answer.body().contains("UnrecognizedClientException")) {
            client.tally().wrong("a revoked key gets " + answer);
        }
        return served;
    }
}
