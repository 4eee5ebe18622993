package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.mongo.FaultyWire.Fate;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/// What goes wrong with a server is reported by its cause, and never with the driver's description
/// of the cluster.
@Timeout(120)
class DiagnosisTest {

    private TestServer server;
    private FaultyWire wire;

    @BeforeEach
    void connect() throws IOException {
        server = TestServer.start();
        wire = FaultyWire.to(server.port());
    }

    @AfterEach
    void disconnect() {
        wire.close();
        server.close();
    }

    /// As a server without TLS does, this one hangs up on whatever is not its protocol.
    @Test
    void tls_that_a_server_does_not_have_is_named() throws IOException {
        try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(plain));
            var refusal = refusal(plain.getLocalPort(), "tls=true");
            assertThat(refusal)
                    .hasMessageStartingWith(
                            "MongoDB cannot be reached: 127.0.0.1:%d: TLS fails: "
                                    .formatted(plain.getLocalPort()));
            assertThat(refusal.recommendedAction()).startsWith("leave tls out of the URL if");
            assertThat(trace(refusal)).doesNotContain("cluster state");
        }
    }

    @Test
    void a_replica_set_is_refused_for_a_server_that_is_not_a_member_of_one() {
        var refusal = refusal(wire.port(), "replicaSet=orders");
        assertThat(refusal)
                .hasMessage(
                        "MongoDB cannot be reached: 127.0.0.1:%d is not a member of a replica set."
                                .formatted(wire.port()));
        assertThat(refusal.recommendedAction())
                .contains(
                        "mongosh --host 127.0.0.1:%d --eval 'db.hello().setName'"
                                .formatted(wire.port()));
        assertThat(trace(refusal)).doesNotContain("cluster state");
    }

    @Test
    void the_replica_set_that_a_server_is_in_is_named_beside_the_one_asked_for() {
        wire.rewrite((_, answer) -> memberOf("invoices", answer));
        assertThat(refusal(wire.port(), "replicaSet=orders"))
                .hasMessage(
                        ("MongoDB cannot be reached: 127.0.0.1:%d is a member of the replica set"
                                        + " invoices and not of orders.")
                                .formatted(wire.port()));
    }

    @Test
    void a_server_that_is_away_is_named_with_the_reason() {
        wire.close();
        var failure = unavailable(() -> MongoStore.open(url(wire.port(), "timeoutMS=2000")));
        assertThat(failure)
                .hasMessage(
                        "MongoDB cannot be reached: 127.0.0.1:%d: Connection refused."
                                .formatted(wire.port()));
        assertThat(trace(failure)).doesNotContain("cluster state");
    }

    @Test
    void a_malformed_answer_is_named_with_its_command() {
        try (var store = MongoStore.open(url(wire.port(), "timeoutMS=60000"))) {
            wire.meet(
                    request -> request.contains("find\0") ? Fate.ANSWER_IS_MALFORMED : Fate.PASSES);
            assertThat(unavailable(() -> StoredJobs.in(store)))
                    .hasMessageStartingWith("MongoDB's answer to find cannot be read: Expected");
        }
    }

    @Test
    void a_slow_server_is_named_with_the_option_that_gives_it_more_time() {
        try (var store = MongoStore.open(url(wire.port(), "timeoutMS=3000"))) {
            wire.meet(request -> request.contains("find\0") ? Fate.VANISHES : Fate.PASSES);
            assertThat(unavailable(() -> StoredJobs.in(store)))
                    .hasMessage(
                            "MongoDB has not answered find within 3000 ms;"
                                    + " a larger timeoutMS in the URL gives it more time.");
        }
    }

    @Test
    void an_import_is_more_patient_than_a_page() {
        var sent = new SentCommands();
        try (var store = sent.open(url(wire.port(), "timeoutMS=60000"))) {
            var written = sent.during(() -> store.upsert(List.of(job("one").build())));
            assertThat(written.getFirst().getNumber("maxTimeMS").longValue()).isGreaterThan(60_000);
        }
    }

    @Test
    void a_refused_command_is_reported_with_the_servers_sentence_once() {
        try (var store = MongoStore.open(url(wire.port(), "timeoutMS=60000"))) {
            wire.rewrite(
                    (request, answer) ->
                            request.contains("find\0") ? refused(20, "No room today.") : answer);
            assertThat(unavailable(() -> StoredJobs.in(store)))
                    .hasMessage("MongoDB refuses find: No room today.");
        }
    }

    @Test
    void a_refused_write_is_reported_with_the_servers_sentence_once() {
        try (var store = MongoStore.open(url(wire.port(), "timeoutMS=60000"))) {
            wire.rewrite(
                    (request, answer) ->
                            request.contains("insert\0") ? refused(20, "No room today.") : answer);
            assertThat(unavailable(() -> store.upsert(List.of(job("one").build()))))
                    .hasMessage("MongoDB refuses insert: No room today.");
        }
    }

    @Test
    void a_user_without_rights_is_told_which_are_needed() {
        wire.rewrite(
                (request, answer) ->
                        request.contains("find\0") ? refused(13, "not authorized") : answer);
        var refusal = refusal(wire.port(), "timeoutMS=60000");
        assertThat(refusal).hasMessage("MongoDB refuses find: not authorized");
        assertThat(refusal.recommendedAction()).contains("readWrite on the database rollcall");
    }

    @Test
    void a_refused_login_is_told_from_a_server_that_is_away() {
        var refusal =
                catchThrowableOfType(
                        StorageUnsuitable.class,
                        () ->
                                MongoStore.open(
                                        "mongodb://ada:pass-word@127.0.0.1:%d/?timeoutMS=60000"
                                                .formatted(wire.port())));
        assertThat(refusal).hasMessage("MongoDB refuses the login: no such command: 'saslStart'");
        assertThat(refusal.recommendedAction()).contains("authSource");
        assertThat(trace(refusal)).doesNotContain("pass-word");
    }

    private BsonDocument memberOf(String set, BsonDocument answer) {
        String self = "127.0.0.1:" + wire.port();
        return answer.append("setName", new BsonString(set))
                .append("me", new BsonString(self))
                .append("hosts", new BsonArray(List.of(new BsonString(self))));
    }

    private static BsonDocument refused(int code, String sentence) {
        return BsonDocument.parse(
                "{ok: 0, code: %d, codeName: \"Some\", errmsg: \"%s\"}".formatted(code, sentence));
    }

    private static void hangUp(ServerSocket plain) {
        try {
            while (true) {
                try (var client = plain.accept()) {
                    client.getInputStream().read();
                }
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private static String url(int port, String options) {
        return "mongodb://127.0.0.1:%d/?%s".formatted(port, options);
    }

    private static StorageUnsuitable refusal(int port, String options) {
        return catchThrowableOfType(
                StorageUnsuitable.class, () -> MongoStore.open(url(port, options)));
    }

    private static StorageUnavailable unavailable(Runnable work) {
        return catchThrowableOfType(StorageUnavailable.class, work::run);
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
