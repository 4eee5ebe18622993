package dev.rollcall.bench;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Measures the CPU time that a server in this process needs for a request: what the whole process
/// takes while clients ask, less what the clients' own threads take. The compiler and the garbage
/// collector are part of it.
///
/// @param connections how many clients ask at the same time, each over a connection of its own
/// @param requests how many requests each of them sends in a round
record CpuMeter(int connections, int requests) {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /// The microseconds of CPU time per request in one round.
    double round(int port, byte[] request) throws IOException, InterruptedException {
        long before = PROCESS.getProcessCpuTime();
        List<FutureTask<Long>> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            var client = new FutureTask<>((Callable<Long>) () -> ask(port, request));
            Thread.ofPlatform().daemon().start(client);
            clients.add(client);
        }
        long inClients = 0;
        for (FutureTask<Long> client : clients) {
            inClients += nanoseconds(client);
        }
        long inServer = PROCESS.getProcessCpuTime() - before - inClients;
        return inServer / 1_000.0 / (connections * (double) requests);
    }

    private static long nanoseconds(FutureTask<Long> client)
            throws IOException, InterruptedException {
        try {
            return client.get();
        } catch (ExecutionException e) {
            throw new IOException("a client failed: " + e.getMessage(), e);
        }
    }

    /// Sends the requests and returns the CPU time of this thread.
    private long ask(int port, byte[] request) throws IOException {
        try (var connection = new Connection(port)) {
            for (int i = 0; i < requests; i++) {
                connection.exchange(request);
            }
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
