package dev.rollcall.http;

import static dev.rollcall.http.AttackedServer.ADA;
import static dev.rollcall.http.AttackedServer.BOB;
import static dev.rollcall.http.AttackedServer.HERE;
import static dev.rollcall.http.AttackedServer.NOON;
import static dev.rollcall.http.AttackedServer.TEMPORARY;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Rate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The real server, which asks for signatures, at noon: Ada and Bob have two jobs each, and Eve's
/// key may not list.
public final class SignedServer implements AutoCloseable {

    public static final AccessKey EVE = withoutRights("AKIDEVE");

    private static final Map<String, AccessKey> KEYS =
            Stream.of(ADA, BOB, TEMPORARY, EVE)
                    .collect(Collectors.toUnmodifiableMap(AccessKey::id, Function.identity()));

    private final TestServer server;
    private Instant now = NOON;

    public SignedServer(Optional<Rate> rate) throws IOException {
        var ada = new Scope(ADA.account(), HERE);
        var bob = new Scope(BOB.account(), HERE);
        var jobs =
                List.of(
                        TestJobs.running("of-ada-1", ada),
                        TestJobs.running("of-ada-2", ada),
                        TestJobs.running("of-bob-1", bob),
                        TestJobs.running("of-bob-2", bob));
        server =
                TestServer.signed(
                        TestServer.inMemory(jobs),
                        new Access.Signed(
                                id -> Optional.ofNullable(KEYS.get(id)),
                                Access.Signed.DEFAULT_SKEW,
                                rate),
                        () -> now);
    }

    private static AccessKey withoutRights(String id) {
        return new AccessKey(
                id, ADA.secret(), Optional.empty(), ADA.account(), ADA.regions(), Set.of(), "eve");
    }

    public static RequestDraft signed(AccessKey key, String body) {
        return AttackedServer.signer(key).sign(RequestDraft.listing().withBody(body));
    }

    /// The response to this request, over a connection of its own.
    public RawClient.Response answer(RequestDraft request) throws IOException {
        try (var client = server.connect()) {
            client.send(request.onWire());
            return request.method().equals("HEAD") ? client.receiveHead() : client.receive();
        }
    }

    public RawClient connect() throws IOException {
        return server.connect();
    }

    public void setClock(Instant time) {
        now = time;
    }

    @Override
    public void close() {
        server.close();
    }
}
