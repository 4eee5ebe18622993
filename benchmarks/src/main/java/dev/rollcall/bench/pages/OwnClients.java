package dev.rollcall.bench.pages;

import dev.rollcall.bench.Connection;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Load by threads of this program, which takes more of the machine than `wrk` does.
final class OwnClients implements Load {

    @Override
    public String name() {
        return "threads of Java (there is no wrk), which take more of the machine";
    }

    @Override
    public Outcome send(PageRequest request, int connections, Duration time)
            throws IOException, InterruptedException {
        byte[] bytes = request.bytes();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Callable<List<Long>> client = () -> times(request.port(), bytes, end);
            List<Long> all = new ArrayList<>();
            List<Future<List<Long>>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(client));
            }
            for (var each : clients) {
                all.addAll(each.get());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            all.sort(null);
            return new Outcome(
                    all.size() / seconds,
                    all.size(),
                    all.get(all.size() / 2) / 1e6,
                    all.get(all.size() * 99 / 100) / 1e6);
        } catch (ExecutionException e) {
            throw new IOException("a client failed: " + e.getMessage(), e);
        }
    }

    /// The nanoseconds that each answer took, of which there is one at least.
    private static List<Long> times(int port, byte[] request, long end) throws IOException {
        List<Long> times = new ArrayList<>();
        try (var connection = new Connection(port)) {
            long at = System.nanoTime();
            do {
                connection.exchange(request);
                long now = System.nanoTime();
                times.add(now - at);
                at = now;
            } while (at < end);
        }
        return times;
    }
}
