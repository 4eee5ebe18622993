package dev.rollcall.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection to a browser that speaks the DevTools protocol.
final class DevTools implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, CompletableFuture<Json>> waiting = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder received = new StringBuilder();
    private final WebSocket socket;

    /// Is told what happens in the browser, in the order in which it happens. Must not wait for an
    /// answer.
    @FunctionalInterface
    interface Listener {
        void happened(String session, String event, Json details);
    }

    /// The browser does not do what it was told.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String method, Throwable cause) {
            super(method + ": " + cause.getMessage(), cause);
        }
    }

    DevTools(URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    /// The answer to a command.
    Json call(String session, String method, Map<String, ?> parameters) {
        try {
            return send(session, method, parameters).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Refused(method, e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(method + " was not answered", e);
        }
    }

    /// Sends a command, and does not wait.
    CompletableFuture<Json> send(String session, String method, Map<String, ?> parameters) {
        String id = String.valueOf(last.incrementAndGet());
        var answer = new CompletableFuture<Json>();
        waiting.put(id, answer);
        String message =
                "{\"id\":%s,%s\"method\":\"%s\",\"params\":%s}"
                        .formatted(
                                id,
                                session.isEmpty() ? "" : "\"sessionId\":\"" + session + "\",",
                                method,
                                Json.of(parameters));
        synchronized (socket) {
            socket.sendText(message, true).join();
        }
        return answer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        received.append(data);
        if (last) {
            var message = Json.parse(received.toString());
            received.setLength(0);
            take(message);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(Json message) {
        var answer = waiting.remove(message.at("id").text());
        if (answer == null) {
            listeners.forEach(
                    listener ->
                            listener.happened(
                                    message.at("sessionId").text(),
                                    message.at("method").text(),
                                    message.at("params")));
        } else if (message.members().containsKey("error")) {
            answer.completeExceptionally(
                    new IllegalStateException(message.at("error", "message").text()));
        } else {
            answer.complete(message.at("result"));
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
