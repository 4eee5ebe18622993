package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.application.NanoClock;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.AuthenticationResult.Throttled;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.access.RefusalLog;
import dev.rollcall.http.access.RefusedClaim;
import dev.rollcall.http.observed.RequestNotes;
import dev.rollcall.http.request.Answering;
import dev.rollcall.http.request.BodyMemory;
import dev.rollcall.http.request.BodyTooLarge;
import dev.rollcall.http.request.FailureLog;
import dev.rollcall.http.request.IncomingBody;
import dev.rollcall.http.request.NoRoomForBody;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;
import dev.rollcall.http.request.RequestId;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Answers a request whose head Jetty has parsed. Runs on a virtual thread, and blocks.
///
/// The order is AWS's: the operation must exist, then the client must be who it says, then the
/// types in the body must be right, then the client needs the operation's permission, and only then
/// do the operation's own constraints count. What the head alone shows to be refused is refused
/// before the body is waited for.
public final class AwsJsonHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AwsJsonHandler.class);

    private final FailureLog unavailable =
            new FailureLog(
                    LOG, Level.WARN, "Request {}: the storage is unavailable", NanoClock.SYSTEM);

    /// By their class: there are no more than the program has, and each has a stack of its own.
    private final Map<Class<?>, FailureLog> failures = new ConcurrentHashMap<>();

    private final RefusalLog refusals = new RefusalLog(NanoClock.SYSTEM);

    private final Operations operations;
    private final Authenticator authenticator;
    private final Answering answering;

    public AwsJsonHandler(Operations operations, Authenticator authenticator, Answering answering) {
        this.operations = operations;
        this.authenticator = authenticator;
        this.answering = answering;
    }

    /// How requests are answered in the form of AWS.
    ///
    /// @param memory what the bodies of all requests and answers may take together
    /// @param clientTimeout how long a client may take to send a body, and to take an answer
    public static Answering answering(BodyMemory memory, Duration clientTimeout) {
        return new Answering(memory, clientTimeout, AwsError.serviceUnavailable().response());
    }

    /// @throws Exception if the client is too slow, breaks off, or sends a malformed body; the
    ///   server's error handler answers that
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var head = RequestHead.of(request);
        var operation = operations.of(head);
        operation.ifPresent(it -> RequestNotes.of(request).operation(it.name()));
        int maxBytes = operation.map(Operation::maxBodyBytes).orElse(operations.maxBodyBytes());
        if (request.getLength() > maxBytes) {
            answering.refuseAndClose(AwsError.bodyTooLarge(maxBytes).response(), request, response);
        } else if (operation.isEmpty()) {
            answering.refuse(operations.unknown(head).response(), request, response);
        } else {
            Optional<Refused> refused = authenticator.refuse(head);
            if (refused.isPresent()) {
                answering.refuse(refused(refused.get(), head, request), request, response);
            } else {
                receive(operation.get(), head, request, response);
            }
        }
        callback.succeeded();
        return true;
    }

    private void receive(Operation operation, RequestHead head, Request request, Response response)
            throws Exception {
        AwsResponse answer;
        try (var incoming =
                IncomingBody.of(request, operation.maxBodyBytes(), answering.memory())) {
            var received = new ReceivedRequest(head, answering.await(incoming.whole()));
            answer = answer(operation, received, incoming, request);
        } catch (BodyTooLarge e) {
            answering.refuseAndClose(
                    AwsError.bodyTooLarge(e.maxBytes()).response(), request, response);
            return;
        } catch (NoRoomForBody e) {
            LOG.debug("Request {}: no room for its body", RequestId.of(request), e);
            answering.refuseAndClose(answering.noRoom(), request, response);
            return;
        }
        answering.send(answer, request, response);
    }

    private AwsResponse refused(Refused refused, RequestHead head, Request request) {
        RequestNotes.of(request).refused(refused.claim());
        refusals.add(RequestId.of(request), refused.claim(), head.header("host"));
        return AwsError.refused(refused).response();
    }

    private AwsResponse answer(
            Operation operation, ReceivedRequest received, IncomingBody body, Request request) {
        String requestId = RequestId.of(request);
        try {
            return switch (authenticator.authenticate(received)) {
                case Granted client -> {
                    client.key().ifPresent(key -> RequestNotes.of(request).key(key.id()));
                    yield answer(operation, client, received, body, requestId);
                }
                case Throttled(var keyId, var retryAfter) -> {
                    RequestNotes.of(request).throttled(keyId);
                    yield AwsError.throttled(retryAfter).response();
                }
                case Refused refused -> refused(refused, received.head(), request);
            };
        } catch (SerializationException e) {
            return AwsError.serialization(e).response();
        } catch (StorageUnavailable e) {
            unavailable.add(requestId, e);
            return AwsError.serviceUnavailable().response();
        } catch (RuntimeException e) {
            failures.computeIfAbsent(e.getClass(), AwsJsonHandler::failureLog).add(requestId, e);
            return AwsError.internalFailure().response();
        }
    }

    private static FailureLog failureLog(Class<?> kind) {
        return new FailureLog(
                LOG,
                Level.ERROR,
                "Request {} failed with " + kind.getSimpleName(),
                NanoClock.SYSTEM);
    }

    private static AwsResponse answer(
            Operation operation,
            Granted client,
            ReceivedRequest request,
            IncomingBody body,
            String requestId)
            throws SerializationException {
        var call = operation.read(request.body());
        body.close(); // It was read, and an answer may take its time.
        return client.allows(operation.permission())
                ? call.answer(client.scope(), inTurn(client), requestId)
                : AwsError.accessDenied(client, operation, call.resource(client.scope()))
                        .response()
                        .noting(notes -> notes.refused(RefusedClaim.withoutPermission(client)));
    }

    /// Whoever shares a key shares its turns.
    private static Client inTurn(Granted client) {
        return client.key().map(AccessKey::id).map(Client::new).orElse(Client.ANYBODY);
    }
}
