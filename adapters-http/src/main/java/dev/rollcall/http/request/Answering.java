package dev.rollcall.http.request;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// How requests are received and answered, whatever route they are of. Blocks.
///
/// @param memory what the bodies of all requests and answers may take together
/// @param clientTimeout how long a client may take to send a body, and to take an answer
/// @param noRoom the answer to a request for whose body or answer the memory has no room
public record Answering(BodyMemory memory, Duration clientTimeout, Answer noRoom) {

    /// What a client is sent.
    public interface Answer {

        /// How many bytes the document has.
        int length();

        /// Writes the whole answer.
        void write(Request request, Response response, Callback callback);
    }

    /// The same, with another answer to requests that there is no room for.
    public Answering refusingWith(Answer other) {
        return new Answering(memory, clientTimeout, other);
    }

    /// Waits for the client.
    ///
    /// @throws Exception that of the future, or a [java.util.concurrent.TimeoutException] if the
    ///   client is too slow
    public <T> T await(Future<T> future) throws Exception {
        try {
            return future.get(clientTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /// Sends an answer, which is held until the client has taken it, and so needs room.
    ///
    /// @throws Exception as [#await] does
    public void send(Answer answer, Request request, Response response) throws Exception {
        var written = new Callback.Completable();
        try (var share = memory.leaving(() -> written.failed(new NoRoomForBody()))) {
            if (share.resize(answer.length())) {
                answer.write(request, response, written);
            } else {
                response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
                noRoom.write(request, response, written);
            }
            await(written);
        }
    }

    /// Answers a request whose body is of no interest. If it is there, the client may go on with
    /// another request.
    ///
    /// @throws Exception as [#await] does
    public void refuse(Answer answer, Request request, Response response) throws Exception {
        if (UnreadBody.isThere(request)) {
            send(answer, request, response);
        } else {
            refuseAndClose(answer, request, response);
        }
    }

    /// Answers a request whose body is of no interest, and closes the connection.
    ///
    /// @throws Exception as [#await] does
    public void refuseAndClose(Answer answer, Request request, Response response) throws Exception {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        send(answer, request, response);
        UnreadBody.discard(request);
    }
}
