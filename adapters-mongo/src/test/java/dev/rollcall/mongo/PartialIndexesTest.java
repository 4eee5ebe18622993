package dev.rollcall.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;

import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// A server that speaks the protocol but has no partial indexes is told from one that is away.
class PartialIndexesTest {

    private TestServer server;
    private FaultyWire wire;
    private String url;

    @BeforeEach
    void connect() throws IOException {
        server = TestServer.start();
        wire = FaultyWire.to(server.port());
        url = server.url().replace(":" + server.port(), ":" + wire.port());
    }

    @AfterEach
    void disconnect() {
        wire.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {67, 72, 115, 197, 238})
    void a_server_without_partial_indexes_is_told_what_it_lacks(int code) {
        wire.rewrite(
                (request, answer) ->
                        request.contains("partialFilterExpression")
                                ? refused(code, "partialFilterExpression is not implemented")
                                : answer);
        var refusal = catchThrowableOfType(StorageUnsuitable.class, () -> MongoStore.open(url));
        assertThat(refusal)
                .hasMessageStartingWith("The server has no partial indexes, which Rollcall")
                .hasMessageEndingWith(".jobs: partialFilterExpression is not implemented");
        assertThat(refusal.recommendedAction()).contains("FerretDB 1 does not");
    }

    @Test
    void a_server_that_refuses_the_other_indexes_is_not_said_to_lack_partial_ones() {
        wire.rewrite(
                (request, answer) ->
                        request.contains("createIndexes") ? refused(67, "No more.") : answer);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> MongoStore.open(url))
                .withMessage("MongoDB refuses createIndexes: No more.");
    }

    private static BsonDocument refused(int code, String message) {
        return BsonDocument.parse(
                "{ok: 0, code: %d, codeName: 'Any', errmsg: '%s'}".formatted(code, message));
    }
}
