package dev.rollcall.bench.attack;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// Clients that list without a pause while a server is stopped.
final class Stops {

    private static final byte[] LISTING = Exchange.listing("{\"MaxResults\":10}");

    private final PackagedServer server;
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final LongAdder before = new LongAdder();
    private final LongAdder after = new LongAdder();
    private final Map<String, LongAdder> lost = new ConcurrentHashMap<>();
    private final Queue<Long> lostAt = new ConcurrentLinkedQueue<>();
    private final Queue<Long> refusedAt = new ConcurrentLinkedQueue<>();

    private Stops(PackagedServer server) {
        this.server = server;
    }

    /// What became of the requests of one stop.
    ///
    /// @param before how many were over connections that were made before the signal
    /// @param after how many were over later ones
    /// @param lost those without an answer, each with when its connection was made and how it
    ///   failed
    /// @param apart how long before or after the first refused connection, which shows that the
    ///   listener is closed, a request was lost at most
    record Outcome(long before, long after, Map<String, Long> lost, Duration apart) {}

    /// Stops a server under load.
    ///
    /// @param clients how many keep their connections, and how many make one for each request
    static Outcome of(PackagedServer server, int clients) throws InterruptedException {
        var stops = new Stops(server);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            boolean keeping = i % 2 == 0;
            threads.add(Thread.ofVirtual().start(() -> stops.run(keeping)));
        }
        Thread.sleep(1_000);
        stops.signalled.set(true);
        server.stop();
        for (var thread : threads) {
            thread.join();
        }
        Map<String, Long> lost = new TreeMap<>();
        stops.lost.forEach((how, count) -> lost.put(how, count.sum()));
        return new Outcome(stops.before.sum(), stops.after.sum(), lost, stops.apart());
    }

    private Duration apart() {
        long closed = Collections.min(refusedAt);
        return Duration.ofNanos(
                lostAt.stream().mapToLong(at -> Math.abs(at - closed)).max().orElse(0));
    }

    /// Until nobody listens any more.
    private void run(boolean keeping) {
        while (true) {
            boolean early = !signalled.get();
            try (var socket = server.connect()) {
                early &= !signalled.get();
                requests(socket, keeping, early);
            } catch (ConnectException e) {
                refusedAt.add(System.nanoTime());
                return;
            } catch (IOException e) {
                lost(early, e);
            }
        }
    }

    private void requests(Socket socket, boolean keeping, boolean early) {
        try {
            boolean open = true;
            while (open) {
                (early ? before : after).increment();
                open = !Exchange.of(socket, LISTING).closes() && keeping;
            }
        } catch (IOException e) {
            lost(early, e);
        }
    }

    private void lost(boolean early, IOException e) {
        lostAt.add(System.nanoTime());
        lost.computeIfAbsent((early ? "before: " : "after: ") + e, _ -> new LongAdder())
                .increment();
    }
}
