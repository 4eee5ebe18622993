package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.jdbc.H2Store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/// Another process whose threads write jobs, new ones and newer records of old ones, and print each
/// one that is acknowledged, until the process is killed.
final class WritingProcess {

    private static final int WRITERS = 8;
    private static final String END = ".";
    private static final long BEGUN = System.nanoTime();

    private WritingProcess() {}

    /// Writes until it is killed.
    ///
    /// @param arguments the directory, and what the names of this process's jobs begin with
    public static void main(String[] arguments) {
        var store = H2Store.open(Path.of(arguments[0]));
        for (int i = 0; i < WRITERS; i++) {
            Thread.ofPlatform().start(new Writer(store, arguments[1] + "-" + i, new Random(i)));
        }
    }

    /// Starts fast, as a process may that does not live for long.
    static Process start(Path directory, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        directory.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String line(ProcessingJob job) {
        return "%s %d %s\n".formatted(job.name(), job.lastModifiedTime().toEpochMilli(), END);
    }

    /// The job's name and when it was modified, from a line; empty if the kill cut it short.
    static Optional<Map.Entry<String, Long>> acknowledged(String line) {
        String[] words = line.split(" ", -1);
        return words.length == 3 && words[2].equals(END)
                ? Optional.of(Map.entry(words[0], Long.valueOf(words[1])))
                : Optional.empty();
    }

    private record Writer(ProcessingJobStore store, String prefix, Random random)
            implements Runnable {

        /// Batches of a few jobs and of many: a large one is on its way for longer.
        @Override
        public void run() {
            for (int known = 0; ; ) {
                Map<ProcessingJobName, ProcessingJob> batch = new HashMap<>();
                int size = random.nextInt(8) == 0 ? 200 : 2;
                for (int i = 0; i < size; i++) {
                    boolean isNew = known == 0 || random.nextBoolean();
                    ProcessingJob job = isNew ? first(known++) : newer(random.nextInt(known));
                    batch.put(job.name(), job);
                }
                store.upsert(List.copyOf(batch.values()));
                tell(batch.values());
            }
        }

        private ProcessingJob first(int number) {
            return job(prefix + "-" + number).build();
        }

        private ProcessingJob newer(int number) {
            return job(prefix + "-" + number)
                    .status(ProcessingJobStatus.COMPLETED)
                    .modified(CREATED.plusNanos(System.nanoTime() - BEGUN))
                    .build();
        }

        private static void tell(Collection<ProcessingJob> acknowledged) {
            String lines =
                    acknowledged.stream().map(WritingProcess::line).collect(Collectors.joining());
            synchronized (System.out) {
                System.out.print(lines);
                System.out.flush();
            }
        }
    }
}
