package dev.rollcall.bench.attack;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Clients that list without a pause for a text that no name contains.
final class SlowTexts {

    private static final byte[] LISTING =
            Exchange.listing("{\"NameContains\":\"no-such-name\",\"SortBy\":\"Name\"}");

    private final PackagedServer server;
    private final List<Thread> clients = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private volatile boolean ended;

    SlowTexts(PackagedServer server, int clients) {
        this.server = server;
        for (int i = 0; i < clients; i++) {
            this.clients.add(Thread.ofVirtual().start(this::attack));
        }
    }

    private void attack() {
        try (var socket = server.connect()) {
            while (!ended) {
                String status = String.valueOf(Exchange.of(socket, LISTING).status());
                synchronized (this) {
                    outcomes.merge(status, 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                outcomes.merge(e.toString(), 1, Integer::sum);
            }
        }
    }

    void end() throws InterruptedException {
        ended = true;
        for (var client : clients) {
            client.join();
        }
    }

    @Override
    public synchronized String toString() {
        return outcomes.toString();
    }
}
