package dev.rollcall.http.support;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.EVE;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Rate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The real server, which asks for signatures, at noon: Ada and Bob have two jobs each.
public final class SignedServer implements AutoCloseable {

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
