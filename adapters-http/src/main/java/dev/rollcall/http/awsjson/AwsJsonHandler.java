package dev.rollcall.http.awsjson;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestBody;
import dev.rollcall.http.request.RequestId;

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

/// Answers a request whose head Jetty has parsed. Runs on a virtual thread and blocks.
public final class AwsJsonHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AwsJsonHandler.class);

    /// How long to go on reading a body that was refused.
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

    /// @throws Exception if the client is too slow, breaks off, or its body breaks HTTP; the
    ///   server's error handler answers that
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try {
            byte[] body = await(RequestBody.read(request, maxBodyBytes), clientTimeout);
            send(answer(request, body), request, response);
        } catch (RequestBody.TooLarge e) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            send(AwsError.bodyTooLarge(maxBodyBytes).answer(), request, response);
            discardBody(request);
        }
        callback.succeeded();
        return true;
    }

    private AwsResponse answer(Request request, byte[] body) {
        return operations
                .of(request)
                .map(operation -> answer(operation, request, body))
                .orElseGet(() -> AwsError.unknownOperation().answer());
    }

    private AwsResponse answer(Operation operation, Request request, byte[] body) {
        String id = RequestId.of(request);
        try {
            return switch (authenticator.authenticate(ReceivedRequest.of(request, body))) {
                case Granted client -> answer(operation, client, body, id);
                case Refused refused -> AwsError.refused(refused).answer();
            };
        } catch (SerializationException e) {
            return AwsError.serialization(e.told()).answer();
        } catch (StorageUnavailable e) {
            LOG.warn("Request {}: the storage is unavailable", id, e);
            return AwsError.serviceUnavailable().answer();
        } catch (RuntimeException e) {
            LOG.error("Request {} failed", id, e);
            return AwsError.internalFailure().answer();
        }
    }

    /// Types come before the permission, and the permission before constraints.
    private static AwsResponse answer(
            Operation operation, Granted client, byte[] body, String requestId)
            throws SerializationException {
        var call = operation.read(body);
        return client.allows(operation.permission())
                ? call.answer(client.scope(), requestId)
                : AwsError.accessDenied(client, operation).answer();
    }

    private void send(AwsResponse answer, Request request, Response response) throws Exception {
        var written = new Callback.Completable();
        answer.write(request, response, written);
        await(written, clientTimeout);
    }

    /// Reads what a client is still sending. To close a connection with unread bytes resets it, and
    /// the client may lose the answer.
    private static void discardBody(Request request) throws Exception {
        var discarded = new Callback.Completable();
        Content.Source.consumeAll(request, discarded);
        try {
            await(discarded, LINGER);
        } catch (TimeoutException e) {
            LOG.debug("Request {}: the client goes on sending", RequestId.of(request));
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
