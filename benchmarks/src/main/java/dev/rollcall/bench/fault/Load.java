package dev.rollcall.bench.fault;

import dev.rollcall.bench.fault.Client.Connecting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Clients that use a server until they are told to end.
///
/// @param threads a thread for each client
record Load(Tally tally, Ledger ledger, List<Client> clients, List<Thread> threads) {

    /// How many clients there are of each kind, and how long they wait between two requests.
    record Mix(int writers, int walkers, int describers, int pauseMillis) {

        @Override
        public String toString() {
            return count(writers, "writer")
                    + ", "
                    + count(walkers, "walker")
                    + ", "
                    + count(describers, "describer");
        }

        private static String count(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }
    }

    /// What a client does again and again.
    interface Work {

        void run() throws InterruptedException;
    }

    /// Starts clients, whose writers go on where those before them ended.
    static Load start(Mix mix, Ledger ledger, Tally tally, Connecting server, Requests requests) {
        var load = new Load(tally, ledger, new ArrayList<>(), new ArrayList<>());
        int pause = mix.pauseMillis();
        for (int i = 0; i < mix.writers(); i++) {
            var client = new Client("writer " + i, server, tally);
            load.add(client, new Writer(i, ledger, client, requests, pause));
        }
        for (int i = 0; i < mix.walkers(); i++) {
            var client = new Client("walker " + i, server, tally);
            var order = i % 2 == 0 ? Walker.Order.NAME : Walker.Order.CREATION;
            load.add(client, new Walker(order, ledger, client, requests, pause / 4));
        }
        for (int i = 0; i < mix.describers(); i++) {
            var client = new Client("describer " + i, server, tally);
            load.add(client, new Describer(ledger, client, requests, pause));
        }
        return load;
    }

    private void add(Client client, Work work) {
        clients.add(client);
        threads.add(Thread.ofVirtual().start(() -> use(client, work)));
    }

    private void use(Client client, Work work) {
        try (client) {
            while (!client.hasEnded()) {
                work.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            tally.wrong(client.name() + " failed: " + e);
        }
    }

    /// How long it takes from now until every client is served.
    ///
    /// @throws IllegalStateException if that takes longer than two minutes
    Duration servedAgain() throws InterruptedException {
        tally.mark();
        for (int i = 0; i < 12_000; i++) {
            var time = tally.servedAgain(clients.size());
            if (time.isPresent()) {
                return time.get();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("not every client was served: " + tally.counts());
    }

    /// Tells the clients to end.
    void giveUp() {
        clients.forEach(Client::end);
    }

    /// Tells the clients to end, and waits for it.
    void end() throws InterruptedException {
        giveUp();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
