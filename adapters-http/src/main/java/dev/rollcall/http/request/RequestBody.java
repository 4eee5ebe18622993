package dev.rollcall.http.request;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;

/// Reads the body of a request into memory, up to a limit.
final class RequestBody implements Runnable {

    private final Content.Source source;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private RequestBody(Content.Source source, int maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    /// The whole body, once it has arrived. Fails with [BodyTooLarge] as soon as too many bytes are
    /// announced or have arrived, and with Jetty's own exception if the body is malformed.
    static CompletableFuture<byte[]> read(Request request, int maxBytes) {
        var body = new RequestBody(request, maxBytes);
        if (request.getLength() > maxBytes) {
            body.whole.completeExceptionally(new BodyTooLarge());
        } else {
            body.run();
        }
        return body.whole;
    }

    /// Reads what has arrived, and asks to be run again when there is more.
    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        if (chunk.remaining() > maxBytes - bytes.size()) {
            whole.completeExceptionally(new BodyTooLarge());
        } else {
            var part = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(part);
            bytes.writeBytes(part);
            if (chunk.isLast()) {
                whole.complete(bytes.toByteArray());
            }
        }
        chunk.release();
    }
}
