package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.H2Store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Another process that writes a job to a directory's database and has it open until its input
/// ends.
final class HoldingProcess {

    static final ProcessingJob JOB = job("of-another-process").build();

    private static final String READY = "ready";

    private HoldingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (var store = H2Store.open(Path.of(arguments[0]))) {
            store.upsert(List.of(JOB));
            IO.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static Process open(Path directory) throws IOException {
        return open(directory, ProcessBuilder.Redirect.INHERIT);
    }

    /// @param errors where its log goes
    static Process open(Path directory, ProcessBuilder.Redirect errors) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                HoldingProcess.class.getName(),
                                directory.toString())
                        .redirectError(errors)
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo(READY);
        return process;
    }

    static void end(Process process) throws IOException, InterruptedException {
        process.outputWriter().close();
        assertThat(process.waitFor()).isZero();
    }
}
