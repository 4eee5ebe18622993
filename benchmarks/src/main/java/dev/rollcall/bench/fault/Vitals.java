package dev.rollcall.bench.fault;

import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a server's process has and holds, by its admin port and the system.
///
/// @param heapMb what is used of its heap
/// @param rssMb what it has of the machine's memory; 0 where the system does not say
/// @param files those that it has open, sockets among them
/// @param sockets 0 where the system does not say
/// @param busy connections to its store that are in use
record Vitals(
        double heapMb,
        double rssMb,
        long threads,
        long files,
        long sockets,
        long busy,
        long waiting) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Vitals of(PackagedServer server) throws IOException, InterruptedException {
        String metrics = get(server, "/metrics").body();
        return new Vitals(
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                rss(server.pid()),
                (long) sum(metrics, "jvm_threads_live_threads"),
                (long) sum(metrics, "process_files_open_files"),
                sockets(server.pid()),
                (long) sum(metrics, "rollcall_store_connections{state=\"busy\""),
                (long) sum(metrics, "rollcall_store_waiting"));
    }

    /// The same after all garbage is collected.
    static Vitals afterCollecting(PackagedServer server) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Tools.run(List.of(jcmd.toString(), Long.toString(server.pid()), "GC.run"));
        return of(server);
    }

    /// The status of readiness.
    static int ready(PackagedServer server) throws IOException, InterruptedException {
        return get(server, "/health/ready").status();
    }

    private record Got(int status, String body) {}

    private static Got get(PackagedServer server, String path)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d%s".formatted(server.adminPort(), path));
        var answer = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return new Got(answer.statusCode(), answer.body());
    }

    /// The sum of a metric's values.
    ///
    /// @param start how its lines begin
    private static double sum(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long sockets(long pid) throws IOException {
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        if (!Files.exists(descriptors)) {
            return 0;
        }
        try (var all = Files.list(descriptors)) {
            return all.filter(Vitals::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // It was closed meanwhile.
        }
    }

    private static double rss(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1e3;
        }
    }

    @Override
    public String toString() {
        return "%d threads, %d files, %d busy and %d waiting for the store"
                .formatted(threads, files, busy, waiting);
    }
}
