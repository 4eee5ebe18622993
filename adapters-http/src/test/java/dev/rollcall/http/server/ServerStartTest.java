package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Where a server listens, and settings that it refuses.
@Timeout(60)
class ServerStartTest {

    private static final FindProcessingJobs EMPTY = TestServer.inMemory(List.of());
    private static final InstantSource CLOCK = InstantSource.fixed(TestServer.NOW);

    @Test
    void a_port_that_is_in_use_is_named() throws IOException {
        try (var first = TestServer.over(List.of());
                var second = server(first.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(BindException.class)
                    .hasMessage(
                            "Cannot listen on 127.0.0.1 port %s: Address already in use"
                                    .formatted(first.port()));
            assertThatIllegalStateException().isThrownBy(second::port);
        }
    }

    @Test
    void a_host_of_another_machine_is_named() {
        try (var elsewhere = server("192.0.2.1", 0);
                var nowhere = server("no.such.host.invalid", 0)) {
            assertThatThrownBy(elsewhere::start)
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("Cannot listen on 192.0.2.1 port 0: ");
            assertThatIOException()
                    .isThrownBy(nowhere::start)
                    .withMessageContaining("no.such.host.invalid");
        }
    }

    @Test
    void the_uri_names_the_port_that_was_picked() throws IOException {
        try (var server = server(0)) {
            assertThatIllegalStateException().isThrownBy(server::uri);
            server.start();
            assertThat(server.uri()).hasToString("http://127.0.0.1:" + server.port());
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void an_address_of_ip_version_6_is_written_in_brackets() throws IOException {
        try (var server = server("::1", 0)) {
            server.start();
            assertThat(server.uri()).hasToString("http://[::1]:" + server.port());
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> server(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> server(65_536));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestServer.withClientTimeout(Duration.ZERO));
    }

    private static RollcallServer server(int port) {
        return server("127.0.0.1", port);
    }

    private static RollcallServer server(String host, int port) {
        return new RollcallServer(
                TestServer.useCases(EMPTY, CLOCK),
                HttpSettings.of(
                        host,
                        port,
                        new Access.Open(
                                new AccountId(TestJobs.ACCOUNT), new Region(TestJobs.REGION))),
                CLOCK);
    }
}
