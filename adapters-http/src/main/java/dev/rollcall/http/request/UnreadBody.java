package dev.rollcall.http.request;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The rest of a body that nobody wants, because its request is refused. Takes no memory.
public final class UnreadBody {

    /// The attribute of a request with what to run when it was answered and only its body is still
    /// read.
    public static final String WHEN_ANSWERED = UnreadBody.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

    /// How long to continue reading, and how long to wait for the next byte.
    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration MOMENT = Duration.ofMillis(50);

    /// How much to read before it is another's turn.
    private static final int TURN_BYTES = 256 * 1024;

    /// So few read at once that a flood of refused bodies leaves time for those that are welcome.
    private static final Semaphore READERS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private UnreadBody() {}

    /// Throws away what has arrived.
    ///
    /// @return whether that was all of it, so that the connection can be used again
    public static boolean isThere(Request request) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return false; // The client waits to be asked for it.
        }
        return read(request) == Rest.NOTHING;
    }

    /// Throws away what a client is still sending, for a while. Closing a connection that has
    /// unread bytes resets it, and the client may lose the answer.
    public static void discard(Request request) throws InterruptedException {
        if (request.getAttribute(WHEN_ANSWERED) instanceof Runnable whenAnswered) {
            whenAnswered.run();
        }
        long end = System.nanoTime() + LINGER.toNanos();
        var rest = Rest.THERE;
        while ((rest == Rest.THERE || rest == Rest.TO_COME) && System.nanoTime() < end) {
            if (rest == Rest.TO_COME && !comes(request)) {
                LOG.debug("A refused client neither sends the rest of its body nor closes");
                return;
            }
            READERS.acquire();
            try {
                rest = read(request);
            } finally {
                READERS.release();
            }
        }
    }

    /// Waits a moment first, so that what comes in many small pieces is read in few large ones.
    private static boolean comes(Request request) throws InterruptedException {
        Thread.sleep(MOMENT);
        var more = new CountDownLatch(1);
        BodyArrivals.of(request).next(more::countDown);
        return more.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is left of a body.
    private enum Rest {
        NOTHING,
        THERE,
        TO_COME,
        BROKEN
    }

    private static Rest read(Request request) {
        for (int bytes = 0; bytes < TURN_BYTES; ) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return Rest.TO_COME;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return Rest.BROKEN;
            }
            boolean last = chunk.isLast();
            bytes += chunk.remaining();
            chunk.release();
            if (last) {
                return Rest.NOTHING;
            }
        }
        return Rest.THERE;
    }
}
