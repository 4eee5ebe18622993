package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Another process that keeps a job in a directory's database and has it open until its input ends.
public final class HoldingProcess {

    public static final ProcessingJob JOB = job("of-another-process").build();

    private static final String READY = "ready";

    private HoldingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (var store = JdbcStore.h2(Path.of(arguments[0]))) {
            store.upsert(List.of(JOB));
            IO.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    public static Process open(Path directory) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HoldingProcess.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo(READY);
        return process;
    }

    public static void end(Process process) throws IOException, InterruptedException {
        process.outputWriter().close();
        assertThat(process.waitFor()).isZero();
    }
}
