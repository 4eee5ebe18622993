package dev.rollcall.http.awsjson;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.EVE;
import static dev.rollcall.http.support.TestKeys.signer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What every operation of the server demands of a client, those that are still to come included.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    private SignedServer server;

    @BeforeAll
    void start() throws IOException {
        server = new SignedServer(Optional.empty());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<String> names() {
        var store = TestServer.inMemory(List.of());
        var clock = InstantSource.fixed(TestServer.NOW);
        var useCases = TestServer.useCases(store, clock);
        return Operations.over(
                        useCases.listProcessingJobs(),
                        useCases.describeProcessingJob(),
                        useCases.listTags(),
                        SortOrder.ASCENDING,
                        1000)
                .all()
                .stream()
                .map(Operation::name);
    }

    private static RequestDraft request(String operation) {
        return RequestDraft.listing().with("x-amz-target", "SageMaker." + operation).withBody("{}");
    }

    @ParameterizedTest(name = "49 {0} asks for a signature")
    @MethodSource("names")
    void every_operation_asks_for_a_signature(String operation) throws IOException {
        var response = server.answer(request(operation));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"MissingAuthenticationTokenException\","
                                + "\"message\":\"Missing Authentication Token\"}");
    }

    @ParameterizedTest(name = "{0} asks for a permission")
    @MethodSource("names")
    void every_operation_asks_for_a_permission(String operation) throws IOException {
        var response = server.answer(signer(EVE).sign(request(operation)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .startsWith("{\"__type\":\"AccessDeniedException\"")
                .contains("not authorized to perform: sagemaker:" + operation + " because");
    }

    @ParameterizedTest(name = "{0} is open to a key with every permission")
    @MethodSource("names")
    void every_operation_is_open_to_a_key_with_every_permission(String operation)
            throws IOException {
        var response = server.answer(signer(ADA).sign(request(operation)));

        assertThat(response.body()).doesNotContain("AccessDeniedException");
    }
}
