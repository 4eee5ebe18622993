package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A signature covers the bytes that were sent, however an HTTP server interprets them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderBytesTest {

    private SignedServer server;

    @BeforeAll
    void start() throws IOException {
        server = new SignedServer(Optional.empty());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "27 bytes that are not ASCII in a signed header: {0}")
    @ValueSource(strings = {"é", "🦖", "\u0080ÿ", "naïve \u00a0"})
    void bytes_that_are_not_ascii_are_signed_as_they_are(String value) throws IOException {
        var request =
                RequestDraft.listing()
                        .with("x-amz-date", "20240103T120000Z")
                        .with("x-amz-meta", Signer.onWire(value));
        var names = List.of("host", "x-amz-date", "x-amz-meta", "x-amz-target");

        assertThat(server.answer(signByHand(ADA, request, names)).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "a signed header in unusual letters: {0}: {1}")
    @CsvSource({
        "accept-encoding,GZIP",
        "connection,Keep-Alive",
        "cache-control,No-Cache",
        "accept,TEXT/html",
        "content-type,APPLICATION/JSON",
    })
    void a_signed_header_counts_as_it_was_sent(String name, String value) throws IOException {
        var request =
                RequestDraft.listing().with("x-amz-date", "20240103T120000Z").with(name, value);
        var names = Stream.of("host", "x-amz-date", "x-amz-target", name).sorted().toList();

        assertThat(server.answer(signByHand(ADA, request, names)).status()).isEqualTo(200);
    }
}
