package dev.rollcall.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Rollcall in processes of its own, which end with the test at the latest.
final class StartedProcesses implements AutoCloseable {

    private final List<Process> processes = new ArrayList<>();

    /// The command of a process that starts fast, as one may that does not live for long.
    static ProcessBuilder rollcall(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    Process start(ProcessBuilder command) throws IOException {
        var process = command.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
