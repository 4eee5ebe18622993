package dev.rollcall.bench.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Programs of the system that must succeed.
final class Tools {

    private Tools() {}

    /// Sends a signal to a process and all that it started.
    ///
    /// @param signal such as `STOP`
    static void send(String signal, ProcessHandle process)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(process), process.descendants())
                .map(it -> Long.toString(it.pid()))
                .forEach(command::add);
        run(command);
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
    }
}
