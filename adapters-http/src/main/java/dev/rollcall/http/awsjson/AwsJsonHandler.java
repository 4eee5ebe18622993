package dev.rollcall.http.awsjson;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.AuthenticationResult.Throttled;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.request.BodyTooLarge;
import dev.rollcall.http.request.ReceivedRequest;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Answers a request whose head Jetty has parsed. Runs on a virtual thread, and blocks.
///
/// The order is AWS's: the operation must exist, then the client must be who it says, then the
/// types in the body must be right, then the client needs the operation's permission, and only then
/// do the operation's own constraints count.
public final class AwsJsonHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AwsJsonHandler.class);

    /// How long to continue reading a body that was refused.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final Operations operations;
    private final Authenticator authenticator;
    private final int maxBodyBytes;
    private final Duration clientTimeout;

    public AwsJsonHandler(
            Operations operations,
            Authenticator authenticator,
            int maxBodyBytes,
            Duration clientTimeout) {
        this.operations = operations;
        this.authenticator = authenticator;
        this.maxBodyBytes = maxBodyBytes;
        this.clientTimeout = clientTimeout;
    }

    /// @throws Exception if the client is too slow, breaks off, or sends a malformed body; the
    ///   server's error handler answers that
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            var received = await(ReceivedRequest.receive(request, maxBodyBytes), clientTimeout);
            send(answer(received, RequestId.of(request)), request, response);
        } catch (BodyTooLarge e) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            send(AwsError.bodyTooLarge(maxBodyBytes).response(), request, response);
            discardBody(request);
        }
        callback.succeeded();
        return true;
    }

    private AwsResponse answer(ReceivedRequest request, String requestId) {
        return operations
                .of(request)
                .map(operation -> answer(operation, request, requestId))
                .orElseGet(() -> operations.unknown(request).response());
    }

    private AwsResponse answer(Operation operation, ReceivedRequest request, String requestId) {
        try {
            return switch (authenticator.authenticate(request)) {
                case Granted client -> answer(operation, client, request, requestId);
                case Throttled(var retryAfter) -> AwsError.throttled(retryAfter).response();
                case Refused refused -> AwsError.refused(refused).response();
            };
        } catch (SerializationException e) {
            return AwsError.serialization(e).response();
        } catch (StorageUnavailable e) {
            LOG.warn("Request {}: the storage is unavailable", requestId, e);
            return AwsError.serviceUnavailable().response();
        } catch (RuntimeException e) {
            LOG.error("Request {} failed", requestId, e);
            return AwsError.internalFailure().response();
        }
    }

    private static AwsResponse answer(
            Operation operation, Granted client, ReceivedRequest request, String requestId)
            throws SerializationException {
        var call = operation.read(request.body());
        return client.allows(operation.permission())
                ? call.answer(client.scope(), requestId)
                : AwsError.accessDenied(client, operation, call.resource(client.scope()))
                        .response();
    }

    private void send(AwsResponse answer, Request request, Response response) throws Exception {
        var written = new Callback.Completable();
        answer.write(request, response, written);
        await(written, clientTimeout);
    }

    /// Reads what a client is still sending. Closing a connection that has unread bytes resets it,
    /// and the client may lose the answer.
    private static void discardBody(Request request) throws Exception {
        var discarded = new Callback.Completable();
        Content.Source.consumeAll(request, discarded);
        try {
            await(discarded, LINGER);
        } catch (TimeoutException e) {
            LOG.debug("Request {}: the client continues to send", RequestId.of(request));
        }
    }

    private static <T> T await(Future<T> future, Duration timeout) throws Exception {
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
