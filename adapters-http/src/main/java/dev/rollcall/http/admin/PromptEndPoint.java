package dev.rollcall.http.admin;

import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The server's end of a connection. It closes the connection if a request takes too long from its
/// first byte to its answer, however often the client sends another byte; Jetty's idle timeout
/// starts again with each.
final class PromptEndPoint extends SocketChannelEndPoint {

    private final Duration limit;
    private final CyclicTimeout timeout;

    /// Whether a request was answered and nothing of the next one has arrived.
    private final AtomicBoolean answered = new AtomicBoolean();

    PromptEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Duration limit) {
        super(channel, selector, key, scheduler);
        this.limit = limit;
        timeout =
                new CyclicTimeout(scheduler) {
                    @Override
                    public void onTimeoutExpired() {
                        close(new TimeoutException("no request in time"));
                    }
                };
    }

    @Override
    public void onOpen() {
        restart();
        super.onOpen();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && answered.compareAndSet(true, false)) {
            restart();
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        boolean flushed = super.flush(buffers);
        restart();
        answered.set(true);
        return flushed;
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        timeout.destroy();
        super.onClose(cause);
    }

    private void restart() {
        timeout.schedule(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
