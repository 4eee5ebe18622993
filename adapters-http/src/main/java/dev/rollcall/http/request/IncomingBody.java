package dev.rollcall.http.request;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// Reads the body of a request into memory, up to a limit of its own and to what the memory for all
/// bodies has left. Nothing is allocated for what a client announces, only for what it sends.
public final class IncomingBody implements AutoCloseable {

    private static final int FIRST_CAPACITY = 1024;
    private static final byte[] NOTHING = {};

    private final Request source;
    private final int maxBytes;
    private final BodyMemory.Share share;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private byte[] bytes = NOTHING;
    private int length;

    private IncomingBody(Request request, int maxBytes, BodyMemory memory) {
        this.source = request;
        this.maxBytes = request.getLength() < 0 ? maxBytes : (int) request.getLength();
        this.share = memory.arriving(() -> fail(new NoRoomForBody()));
    }

    /// Begins to read.
    ///
    /// @param maxBytes the longest body of the request's route
    /// @throws BodyTooLarge if the head announces a longer one
    public static IncomingBody of(Request request, int maxBytes, BodyMemory memory)
            throws BodyTooLarge {
        if (request.getLength() > maxBytes) {
            throw new BodyTooLarge(maxBytes);
        }
        var body = new IncomingBody(request, maxBytes, memory);
        body.read();
        return body;
    }

    /// The whole body, once it has arrived. Fails with [BodyTooLarge] as soon as too many bytes
    /// have arrived, with [NoRoomForBody] if the memory is needed for others, and with Jetty's own
    /// exception if the body is malformed or breaks off.
    public Future<byte[]> whole() {
        return whole;
    }

    /// Reads what has arrived, and asks to be called again when there is more.
    private void read() {
        while (!whole.isDone()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                BodyArrivals.of(source).next(this::read);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            fail(chunk.getFailure());
            return;
        }
        int more = chunk.remaining();
        if (more > maxBytes - length) {
            fail(new BodyTooLarge(maxBytes));
        } else if (more > 0 && !share.resize(capacityFor(length + more))) {
            fail(new NoRoomForBody());
        } else {
            append(chunk, more);
        }
        chunk.release();
    }

    /// Doubles, so that a body in many pieces is not copied for each of them.
    private int capacityFor(int needed) {
        int capacity = bytes.length;
        return needed <= capacity
                ? capacity
                : Math.max(needed, Math.min(Math.max(FIRST_CAPACITY, 2 * capacity), maxBytes));
    }

    private synchronized void append(Content.Chunk chunk, int more) {
        if (whole.isDone()) {
            return;
        }
        if (more > 0) {
            bytes = Arrays.copyOf(bytes, capacityFor(length + more));
            chunk.getByteBuffer().get(bytes, length, more);
            length += more;
        }
        if (chunk.isLast()) {
            finish();
        }
    }

    private void finish() {
        if (share.keep()) {
            whole.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        }
        bytes = NOTHING;
    }

    private synchronized void fail(Throwable cause) {
        bytes = NOTHING;
        whole.completeExceptionally(cause);
    }

    /// Gives the memory back, and reads no more.
    @Override
    public void close() {
        if (!whole.isDone()) {
            fail(new NoRoomForBody());
        }
        share.close();
    }
}
