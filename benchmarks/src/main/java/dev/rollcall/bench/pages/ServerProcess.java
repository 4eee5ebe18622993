package dev.rollcall.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A [PageServer] in a process of its own, with the heap and the collector that `rollcall serve`
/// has, and what else `JAVA_OPTS` says.
final class ServerProcess implements AutoCloseable {

    static final List<String> OPTIONS =
            List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xmx192m");

    /// In the order of the ports.
    private static final List<Door> DOORS = List.of(Door.values());

    private final Process process;
    private final BufferedReader answers;
    private final int[] ports;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
        this.ports = Arrays.stream(line().split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    /// Starts it, and returns when it answers.
    static ServerProcess start(String storage, String where, int jobs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        Optional.ofNullable(System.getenv("JAVA_OPTS"))
                .filter(options -> !options.isBlank())
                .ifPresent(options -> command.addAll(List.of(options.strip().split(" +", -1))));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageServer.class.getName(),
                        storage,
                        where,
                        Integer.toString(jobs)));
        return new ServerProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    int port(Door door) {
        return ports[DOORS.indexOf(door)];
    }

    Used used() throws IOException {
        var lines = process.outputWriter(StandardCharsets.US_ASCII);
        lines.newLine();
        lines.flush();
        return Used.parse(line());
    }

    private String line() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(PageServer.ANSWER)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended");
        }
        return line.substring(PageServer.ANSWER.length());
    }

    @Override
    public void close() throws IOException {
        process.outputWriter(StandardCharsets.US_ASCII).close();
        process.onExit().join();
    }
}
