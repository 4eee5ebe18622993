package dev.rollcall.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Sends each request to the next of its replicas, and to the one after that if that one is gone.
final class AlternatingBalancer implements AutoCloseable {

    private static final Set<String> FORWARDED =
            Set.of("authorization", "content-type", "x-amz-date", "x-amz-target");

    private final List<URI> replicas;
    private final List<URI> answered = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private int next;

    AlternatingBalancer(List<URI> replicas) throws IOException {
        this.replicas = replicas;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::balance);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The replica that answered each request.
    List<URI> answered() {
        return answered;
    }

    private void balance(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            var answer = answer(exchange, body);
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        for (int i = 1; i < replicas.size(); i++) {
            try {
                return answer(exchange, body, nextReplica());
            } catch (IOException _) {
                // Gone: the next one is asked.
            }
        }
        return answer(exchange, body, nextReplica());
    }

    private URI nextReplica() {
        return replicas.get(next++ % replicas.size());
    }

    private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body, URI replica)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(replica).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                                request.header(name, values.getFirst());
                            }
                        });
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answered.add(replica);
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
