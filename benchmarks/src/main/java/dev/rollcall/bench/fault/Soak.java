package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Load.Mix;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A light load for a long time, and whether a server's process grows meanwhile.
public final class Soak implements Closeable {

    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(30);

    private static final Mix MIX = new Mix(1, 2, 2, 800);

    private static final Mix FILLING = new Mix(4, 2, 2, 15);

    private final Storage storage;
    private final Storage.Stored stored;
    private final Subject subject;
    private final Load load;
    private final List<Vitals> samples = new ArrayList<>();

    private Soak(Storage storage, Path directory, Duration filling) throws Exception {
        var key = new Requests.Signed("AKIDSOAK", "soak-secret");
        Path keys = directory.resolve("keys");
        SecretFile.writeKeys(keys, key);
        this.storage = storage;
        this.stored = storage.open(directory);
        this.subject = stored.subject("192m", "--auth", "sigv4", "--access-keys", "" + keys);
        subject.start();
        var tally = new Tally();
        var ledger = new Ledger(FILLING.writers());
        var filler = Load.start(FILLING, ledger, tally, subject, key);
        Thread.sleep(filling);
        filler.end();
        this.load = Load.start(MIX, ledger, tally, subject, key);
    }

    /// Runs for so many minutes. The status is 1 if anything grows, is lost or wrong.
    ///
    /// @param args the minutes
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("Usage: soak MINUTES");
            System.exit(2);
        }
        var time = Duration.ofSeconds(Math.round(60 * Double.parseDouble(args[0])));
        System.exit(run(time, BETWEEN_SAMPLES, Duration.ofSeconds(20), System.out) ? 0 : 1);
    }

    /// Whether nothing grew, and nothing was lost or wrong.
    ///
    /// @param filling how long jobs are recorded as fast as can be, before
    static boolean run(Duration time, Duration between, Duration filling, PrintStream out)
            throws Exception {
        Path directory = Files.createTempDirectory("rollcall-soak");
        try (var h2 = new Soak(Storage.H2, Files.createDirectory(directory.resolve("1")), filling);
                var postgres =
                        new Soak(
                                Storage.POSTGRES,
                                Files.createDirectory(directory.resolve("2")),
                                filling)) {
            var all = List.of(h2, postgres);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(between);
                for (var soak : all) {
                    soak.samples.add(Vitals.afterCollecting(soak.subject.server()));
                }
            }
            boolean good = true;
            for (var soak : all) {
                good &= soak.report(out);
            }
            return good;
        } finally {
            Faults.delete(directory);
        }
    }

    private boolean report(PrintStream out) throws InterruptedException {
        load.end();
        var counts = load.tally().counts();
        out.printf(
                Locale.ROOT,
                "%n%s: %,d requests by %s; %,d refused, %,d without answer, %,d lost, %,d"
                        + " wrong%n%n",
                storage.words(),
                counts.requests(),
                MIX,
                counts.refused(),
                counts.cut(),
                counts.lost(),
                counts.wrong());
        counts.words().forEach(System.err::println);
        out.println(Growth.HEAD);
        boolean grows = false;
        for (var growth : Growth.of(samples)) {
            out.println(growth.row());
            grows |= growth.grows();
        }
        out.println(grows ? "It grows." : "Nothing grows.");
        return !grows && counts.lost() == 0 && counts.wrong() == 0;
    }

    @Override
    public void close() throws IOException {
        load.giveUp();
        subject.close();
        stored.close();
    }
}
