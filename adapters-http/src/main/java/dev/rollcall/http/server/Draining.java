package dev.rollcall.http.server;

import dev.rollcall.http.request.UnreadBody;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the requests that are being answered. Once the server drains, it refuses all further ones
/// with 503, and lets those finish. From then on, each answer says that its connection closes.
final class Draining extends Handler.Wrapper {

    private final Request.Handler errors;
    private final Duration clientTimeout;

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean draining;

    /// @param errors what answers a request that is refused, and ends its connection
    Draining(Handler handler, Request.Handler errors, Duration clientTimeout) {
        super(handler);
        this.errors = errors;
        this.clientTimeout = clientTimeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        inFlight.incrementAndGet(); // First, so that no request slips through.
        var left = new AtomicBoolean();
        Runnable leave =
                () -> {
                    if (left.compareAndSet(false, true)) {
                        leave();
                    }
                };
        request.setAttribute(UnreadBody.WHEN_ANSWERED, leave);
        request.addHttpStreamWrapper(LastAnswer::new);
        try {
            if (draining) {
                refuse(request, response);
                callback.succeeded();
                return true;
            }
            return super.handle(request, response, callback);
        } finally {
            leave.run();
        }
    }

    private void refuse(Request request, Response response) throws Exception {
        var written = new Callback.Completable();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
        errors.handle(request, response, written);
        written.get(clientTimeout.toNanos(), TimeUnit.NANOSECONDS);
        UnreadBody.discard(request);
    }

    private void leave() {
        if (inFlight.decrementAndGet() == 0 && draining) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /// From now on, requests are refused.
    void begin() {
        draining = true;
    }

    /// Waits until all requests are answered.
    ///
    /// @throws TimeoutException if some are not after this time
    synchronized void awaitAnswers(Duration patience)
            throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        while (inFlight.get() > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException(inFlight.get() + " requests are not answered");
            }
            wait(left);
        }
    }

    /// Decides when the head of an answer is written, and never after: Jetty's own shutdown also
    /// closes connections whose client was told before that it may go on, and has sent a request.
    private final class LastAnswer extends HttpStream.Wrapper {

        LastAnswer(HttpStream stream) {
            super(stream);
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response head,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            super.send(
                    request,
                    draining && head != null ? closing(head) : head,
                    last,
                    content,
                    callback);
        }

        private static MetaData.Response closing(MetaData.Response head) {
            return new MetaData.Response(
                    head.getStatus(),
                    head.getReason(),
                    head.getHttpVersion(),
                    HttpFields.build(head.getHttpFields()).put(HttpFields.CONNECTION_CLOSE),
                    head.getContentLength(),
                    head.getTrailersSupplier());
        }
    }
}
