package dev.rollcall.bench.pages;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Load by `wrk`, with one thread.
final class Wrk implements Load {

    private static final String DONE =
            """
            done = function(summary, latency, requests)
              local e = summary.errors
              print(string.format("measured %d %d %f %f %d", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99),
                e.connect + e.read + e.write + e.status + e.timeout))
            end
            """;

    /// Whether this machine has it.
    static boolean isThere() {
        try {
            new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public Outcome send(PageRequest request, int connections, Duration time)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("rollcall-page", ".lua");
        try {
            Files.writeString(script, script(request));
            var process =
                    new ProcessBuilder(
                                    "wrk",
                                    "-t1",
                                    "-c" + connections,
                                    "-d" + time.toSeconds() + "s",
                                    "-s",
                                    script.toString(),
                                    "http://127.0.0.1:" + request.port() + request.path())
                            .redirectErrorStream(true)
                            .start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return outcome(output);
        } finally {
            Files.delete(script);
        }
    }

    /// It has no function for a request, so that one is made once. Unless `Host` is spelled so, wrk
    /// adds another one.
    private static String script(PageRequest request) {
        return request.headers().entrySet().stream()
                        .map(it -> header(it.getKey().replace("host", "Host"), it.getValue()))
                        .collect(joining())
                + "wrk.method = \"POST\"\nwrk.body = '"
                + request.body()
                + "'\n"
                + DONE;
    }

    private static String header(String name, String value) {
        return "wrk.headers[\"%s\"] = \"%s\"\n".formatted(name, value);
    }

    private static Outcome outcome(String output) throws IOException {
        String[] figures =
                output.lines()
                        .filter(line -> line.startsWith("measured "))
                        .findFirst()
                        .orElseThrow(() -> new IOException("wrk failed: " + output))
                        .split(" ", -1);
        if (!figures[5].equals("0")) {
            throw new IOException(figures[5] + " requests failed: " + output);
        }
        long requests = Long.parseLong(figures[1]);
        return new Outcome(
                requests / (Long.parseLong(figures[2]) / 1e6),
                requests,
                Double.parseDouble(figures[3]) / 1_000,
                Double.parseDouble(figures[4]) / 1_000);
    }
}
