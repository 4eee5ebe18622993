package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// The benchmarks measure what they say. How long it takes is not asked.
class BenchmarksTest {

    @Test
    void the_body_has_the_300_bytes_that_the_target_is_for() {
        assertThat(SignedListing.bodyLength()).isEqualTo(300);
    }

    @Test
    void the_verification_succeeds() {
        var benchmark = new SignatureCheckBenchmark();
        benchmark.requireSuccess();

        assertThat(benchmark.verification()).asString().startsWith("Granted");
    }

    @Test
    void both_servers_list_the_same_jobs_and_only_one_asks_for_a_signature() throws Exception {
        try (var servers = Servers.start();
                var open = new Connection(servers.open().port());
                var signed = new Connection(servers.signed().port());
                var refused = new Connection(servers.signed().port())) {
            String jobs = open.exchange(SignedListing.unsignedBytes());

            assertThat(jobs.split("ProcessingJobArn", -1)).hasSize(Servers.JOBS + 1);
            assertThat(signed.exchange(SignedListing.signedBytes())).isEqualTo(jobs);
            assertThatThrownBy(() -> refused.exchange(SignedListing.unsignedBytes()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("MissingAuthenticationToken");
        }
    }

    @Test
    void every_round_after_the_warm_up_counts() throws Exception {
        var rounds = RequestCost.measure(new CpuMeter(2, 3), 1, 2);

        assertThat(rounds.unsigned()).hasSize(2);
        assertThat(rounds.signed()).hasSize(2);
    }

    @Test
    void the_table_has_medians_extremes_and_their_ratio() {
        var rounds = new RequestCost.Rounds(List.of(30.0, 10.0, 20.0), List.of(60.0, 20.0));

        assertThat(rounds.table())
                .isEqualTo(
                        """
                        CPU per request, µs      median       least        most
                        unsigned                   20.0        10.0        30.0
                        signed                     40.0        20.0        60.0
                        signed / unsigned          2.00\
                        """);
    }
}
