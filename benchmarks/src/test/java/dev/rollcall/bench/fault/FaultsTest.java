package dev.rollcall.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bench.packaged.PackagedServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

/// A short form of `benchmarks/run faults`, which sees what is lost and what is wrong.
class FaultsTest {

    @TempDir private static Path directory;

    @BeforeAll
    static void launchFromClasses() throws IOException {
        Path launcher = directory.resolve("rollcall");
        Files.writeString(
                launcher,
                """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC $JAVA_OPTS \\
                    -Dslf4j.provider=dev.rollcall.bootstrap.logging.LogProvider -cp '%s' \\
                    dev.rollcall.bootstrap.Main "$@"
                """
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        System.setProperty(PackagedServer.LAUNCHER, launcher.toString());
    }

    @AfterAll
    static void forgetLauncher() {
        System.clearProperty(PackagedServer.LAUNCHER);
    }

    @Test
    void nothing_is_lost_or_wrong_when_a_server_is_killed() throws Exception {
        var printed = new ByteArrayOutputStream();

        boolean good =
                Faults.run(
                        List.of(new Kill(Storage.H2, 1)),
                        new Pace(0.05),
                        new PrintStream(printed, true, UTF_8));

        assertThat(printed.toString(UTF_8)).contains("| `kill-h2` |");
        assertThat(good).as(printed.toString(UTF_8)).isTrue();
    }

    @Test
    void what_was_acknowledged_and_is_not_there_is_lost() throws Exception {
        var tally = new Tally();
        try (var stored = Storage.H2.open(directory);
                var subject = stored.subject("64m");
                var client = new Client("walker", subject, tally)) {
            subject.start();
            var open = new Requests.Open();
            var ledger = new Ledger(1);
            new Writer(0, ledger, client, open, 0).run();
            ledger.begin(0);
            ledger.acknowledge(0);
            for (int i = 0; i < 2; i++) {
                ledger.begin(0);
                ledger.acknowledge(0);
            }

            new Walker(Walker.Order.NAME, ledger, client, open, 0).run();

            var counts = tally.counts();
            assertThat(counts.lost()).isEqualTo(Ledger.BATCH);
            assertThat(counts.wrong()).isEqualTo(Ledger.BATCH);
            assertThat(counts.words()).first().asString().endsWith("is as it was before");
        }
    }

    @Test
    void what_a_fault_does_not_allow_is_wrong() {
        var tally = new Tally();
        tally.refused("503", 1);
        tally.allow(Tally.Harm.REFUSED);
        tally.refused("503", 1);
        tally.cut("reset", System.nanoTime());

        assertThat(tally.counts().refused()).isEqualTo(2);
        assertThat(tally.counts().words()).containsExactly("refused: 503", "no answer: reset");
    }

    @Test
    void what_goes_on_growing_grows_and_what_has_settled_does_not() {
        var samples =
                IntStream.range(0, 40)
                        .mapToObj(i -> new Vitals(20 + Math.min(i, 8), 150, 40, 30 + i, 5, 0, 0))
                        .toList();

        assertThat(Growth.of(samples).stream().filter(Growth::grows).map(Growth::what))
                .containsExactly("open files");
    }
}
