package dev.rollcall.bench.attack;

import dev.rollcall.bench.JobsOnDisk;
import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/// Runs the attacks, and prints how others fared.
public final class Attacks {

    private final PrintStream out;
    private final Path data;

    private Attacks(PrintStream out, Path data) {
        this.out = out;
        this.data = data;
    }

    /// Runs one kind of attack.
    ///
    /// @param args which attacks: `bodies SECONDS`, `whole`, `slow JOBS SECONDS` or `stops COUNT`
    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("rollcall-attacked");
        var attacks = new Attacks(System.out, data.resolve("data"));
        switch (args.length == 0 ? "" : args[0]) {
            case "bodies" -> attacks.bodies(Duration.ofSeconds(number(args, 1, 60)));
            case "whole" -> attacks.whole();
            case "slow" ->
                    attacks.slow(number(args, 1, 300_000), Duration.ofSeconds(number(args, 2, 20)));
            case "stops" -> attacks.stops(number(args, 1, 20));
            default -> {
                System.err.println(
                        "Usage: bodies [SECONDS] | whole | slow [JOBS [SECONDS]] | stops [COUNT]");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    /// 600 unfinished bodies at 256 MB of heap.
    private void bodies(Duration time) throws IOException, InterruptedException {
        JobsOnDisk.create(data, 1_000);
        try (var server = PackagedServer.start("256m", data)) {
            out.println("stop of an idle server: " + server.stop().toMillis() + " ms");
        }
        record Form(int bytes, boolean announced) {}
        for (var form :
                new Form[] {
                    new Form(1 << 20, true),
                    new Form(1 << 20, false),
                    new Form(128 << 10, true),
                    new Form(128 << 10, false)
                }) {
            try (var server = PackagedServer.start("256m", data)) {
                var attack = new UnfinishedBodies(server, 600, form.bytes(), form.announced());
                Thread.sleep(1_000);
                var others = Others.of(server);
                Thread.sleep(time.toMillis());
                others.end();
                out.println("%s, %,d begun: others %s".formatted(form, attack.begun(), others));
                out.println("  alive: " + server.isAlive());
                out.println("  stop under attack: " + server.stop().toMillis() + " ms");
                attack.end();
            }
        }
    }

    /// 300 whole bodies at 96 MB of heap.
    private void whole() throws IOException, InterruptedException {
        JobsOnDisk.create(data, 1_000);
        try (var server = PackagedServer.start("96m", data)) {
            int limit = 128 * 1024;
            for (int round = 0; round < 3; round++) {
                out.println("1 MiB: " + send(server, "{}" + " ".repeat((1 << 20) - 2)));
                out.println("128 KiB: " + send(server, "{}" + " ".repeat(limit - 2)));
                String text = "{\"NameContains\":\"" + "\\u0001".repeat(limit / 6 - 10) + "\"}";
                out.println("128 KiB of one text: " + send(server, text));
                out.println("a little: " + send(server, "{}"));
            }
            out.println("alive: " + server.isAlive() + ", " + server.stop().toMillis() + " ms");
        }
    }

    private static Object send(PackagedServer server, String body) throws InterruptedException {
        return WholeBodies.send(server, 300, Exchange.listing(body));
    }

    /// Slow texts on H2.
    private void slow(int jobs, Duration time) throws IOException, InterruptedException {
        JobsOnDisk.create(data, jobs);
        for (int clients : new int[] {0, 16, 64}) {
            try (var server = PackagedServer.start("512m", data)) {
                var texts = new SlowTexts(server, clients);
                var others = Others.of(server);
                Thread.sleep(5_000);
                others.forget();
                Thread.sleep(time.toMillis());
                others.end();
                texts.end();
                out.println("%d slow texts %s: others %s".formatted(clients, texts, others));
                server.stop();
            }
        }
    }

    /// Stops under load.
    private void stops(int count) throws IOException, InterruptedException {
        JobsOnDisk.create(data, 1_000);
        long before = 0;
        long after = 0;
        var lost = new TreeMap<String, Long>();
        var apart = Duration.ZERO;
        for (int i = 0; i < count; i++) {
            try (var server = PackagedServer.start("256m", data)) {
                var outcome = Stops.of(server, 16);
                before += outcome.before();
                after += outcome.after();
                outcome.lost().forEach((how, times) -> lost.merge(how, times, Long::sum));
                apart = Collections.max(List.of(apart, outcome.apart()));
            }
        }
        out.println(
                "%d stops: %,d requests over connections made before the signal, %,d after it; lost %s, at most %d ms from the moment the listener closed"
                        .formatted(count, before, after, lost, apart.toMillis()));
    }
}
