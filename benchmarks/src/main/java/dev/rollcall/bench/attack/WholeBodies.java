package dev.rollcall.bench.attack;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// Many clients that send a whole body each, all at the same time.
final class WholeBodies {

    private WholeBodies() {}

    /// How often each status came, or each exception.
    static Map<String, Integer> send(PackagedServer server, int clients, byte[] request)
            throws InterruptedException {
        var outcomes = new TreeMap<String, Integer>();
        var start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        String outcome = outcome(server, start, request);
                                        synchronized (outcomes) {
                                            outcomes.merge(outcome, 1, Integer::sum);
                                        }
                                    }));
        }
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return outcomes;
    }

    private static String outcome(PackagedServer server, CountDownLatch start, byte[] request) {
        try (var socket = server.connect()) {
            start.await();
            return String.valueOf(Exchange.of(socket, request).status());
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }
}
