package dev.rollcall.http.request;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;

/// Reads the body of a request into memory, as far as it may be long.
public final class RequestBody implements Runnable {

    /// The body is longer than it may be.
    public static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private final Content.Source source;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private RequestBody(Content.Source source, int maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    /// The whole body, in time. It fails with [TooLarge] as soon as too much is announced or has
    /// come, and with what Jetty finds wrong with the body.
    public static CompletableFuture<byte[]> read(Request request, int maxBytes) {
        var body = new RequestBody(request, maxBytes);
        if (request.getLength() > maxBytes) {
            body.whole.completeExceptionally(new TooLarge());
        } else {
            body.run();
        }
        return body.whole;
    }

    /// Reads what is there, and asks to be run again when there is more.
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
            whole.completeExceptionally(new TooLarge());
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
