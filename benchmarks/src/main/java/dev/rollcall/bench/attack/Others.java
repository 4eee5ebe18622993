package dev.rollcall.bench.attack;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A client that means no harm: it lists a page every now and then, over a new connection each
/// time, and notes how it fares.
final class Others {

    private static final byte[] LISTING = Exchange.listing("{\"MaxResults\":10}");

    private final PackagedServer server;
    private final Thread thread;
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private volatile boolean ended;

    private Others(PackagedServer server) {
        this.server = server;
        // The system shares the processors more fairly than the attackers, which are virtual.
        this.thread = Thread.ofPlatform().unstarted(this::run);
    }

    static Others of(PackagedServer server) {
        var others = new Others(server);
        others.thread.start();
        return others;
    }

    private void run() {
        while (!ended) {
            long begun = System.nanoTime();
            String outcome = outcome();
            synchronized (this) {
                millis.add((System.nanoTime() - begun) / 1e6);
                outcomes.merge(outcome, 1, Integer::sum);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String outcome() {
        try (var socket = server.connect()) {
            return String.valueOf(Exchange.of(socket, LISTING).status());
        } catch (IOException e) {
            return e.toString();
        }
    }

    void end() throws InterruptedException {
        ended = true;
        thread.join();
    }

    synchronized double median() {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    synchronized double longest() {
        return millis.stream().mapToDouble(m -> m).max().orElse(0);
    }

    /// How often each status or exception was met.
    synchronized Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }

    synchronized void forget() {
        millis.clear();
        outcomes.clear();
    }

    @Override
    public synchronized String toString() {
        return "%s, p50 %.1f ms, longest %.0f ms".formatted(outcomes, median(), longest());
    }
}
