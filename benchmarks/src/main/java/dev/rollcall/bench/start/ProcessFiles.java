package dev.rollcall.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What Linux says of a process in `/proc`.
final class ProcessFiles {

    /// `sysconf(_SC_CLK_TCK)`, which is the same on every Linux that Java runs on.
    private static final double TICKS_PER_SECOND = 100;

    /// Where the line has user time, and where the CPU time of the ended children stops. The fields
    /// are counted from the one behind the name, which alone may have spaces.
    private static final int OWN_TIME = 11;

    private static final int CHILDREN_TIME = 13;

    private static final int END_OF_TIMES = 15;

    private ProcessFiles() {}

    /// The CPU seconds of a process and of its children that have ended.
    static double seconds(long pid) throws IOException {
        return sum(pid, OWN_TIME);
    }

    /// The CPU seconds of the children of this process that have ended, and of theirs.
    static double secondsOfChildren() throws IOException {
        return sum(ProcessHandle.current().pid(), CHILDREN_TIME);
    }

    private static double sum(long pid, int from) throws IOException {
        String line = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
        List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
        return fields.subList(from, END_OF_TIMES).stream().mapToLong(Long::parseLong).sum()
                / TICKS_PER_SECOND;
    }

    /// The megabytes of memory that a process holds (RSS).
    static double megabytes(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc/%d/status".formatted(pid)));
        String line =
                status.lines().filter(it -> it.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Arrays.stream(line.split("\\s+", -1))
                        .skip(1)
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }
}
