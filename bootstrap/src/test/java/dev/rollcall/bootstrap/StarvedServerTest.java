package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A server in a process of its own while others would starve it. `benchmarks/run attacks` does the
/// same at length.
@Timeout(180)
class StarvedServerTest {

    private static final int LONGEST = 128 * 1024;

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    /// A server, and where it listens.
    private record Server(Process process, URI uri) {

        Socket connect() throws IOException {
            var socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout(60_000);
            return socket;
        }
    }

    private Server start(String heap) throws IOException {
        var command =
                StartedProcesses.rollcall(
                        "serve", "--port", "0", "--data", dir.resolve("data").toString());
        command.command().addAll(1, List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = processes.start(command);
        String ready = process.inputReader(UTF_8).readLine();
        return new Server(process, URI.create(ready.replaceFirst(".*(http\\S+).*", "$1")));
    }

    private static byte[] request(int length, String body) {
        return """
        POST / HTTP/1.1\r
        Host: localhost\r
        X-Amz-Target: SageMaker.ListProcessingJobs\r
        Content-Length: %d\r
        \r
        %s\
        """
                .formatted(length, body)
                .getBytes(US_ASCII);
    }

    /// The status of a listing over this connection, and whether the server closes it.
    private record Answer(String status, boolean closes) {}

    private static Answer list(Socket socket) throws IOException {
        socket.getOutputStream().write(request(2, "{}"));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String status = in.readLine();
        if (status == null) {
            throw new IOException("closed without an answer");
        }
        boolean closes = false;
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            closes |= line.equalsIgnoreCase("connection: close");
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        assertThat(in.skip(length)).isEqualTo(length);
        return new Answer(status.substring(9, 12), closes);
    }

    @Test
    void unfinished_bodies_of_more_than_the_heap_stop_neither_others_nor_the_end()
            throws Exception {
        var server = start("48m");
        List<Socket> attackers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            var attacker = server.connect();
            attackers.add(attacker);
            attacker.getOutputStream().write(request(LONGEST, " ".repeat(LONGEST - 1)));
        }

        for (int i = 0; i < 20; i++) {
            try (var other = server.connect()) {
                assertThat(list(other).status()).isEqualTo("200");
            }
        }

        server.process().destroy();
        assertThat(server.process().waitFor(60, SECONDS)).isTrue();
        assertThat(server.process().exitValue()).isZero();
        for (var attacker : attackers) {
            attacker.close();
        }
    }

    /// What is read of a body may take many times its bytes.
    @Test
    void long_bodies_for_the_intake_are_answered_whatever_they_hold() throws Exception {
        var server = start("96m");
        int length = 4 * 1024 * 1024;
        String job =
                """
                {"ProcessingJobName":"a","ProcessingJobStatus":"Completed","CreationTime":1,\
                "ProcessingJobArn":"arn:aws:sagemaker:us-east-1:000000000000:processing-job/a"}
                """;
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();
        try (var client = HttpClient.newHttpClient()) {
            for (String piece : List.of("{}", "[1]", "1,", "{", job, "x".repeat(length))) {
                String body = piece.repeat(length / piece.length());
                var request = HttpRequest.newBuilder(server.uri().resolve("/events"));
                request.POST(HttpRequest.BodyPublishers.ofString(body));
                for (int i = 0; i < 3; i++) {
                    statuses.add(
                            client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                                    .thenApply(HttpResponse::statusCode));
                }
            }

            for (var status : statuses) {
                assertThat(status.get()).isIn(200, 400, 429);
            }
        }
        try (var other = server.connect()) {
            assertThat(list(other).status()).isEqualTo("200");
        }
    }

    /// What is stored of jobs may be many times as long as what a body says of them. H2 keeps equal
    /// texts once, so these are not.
    @Test
    void a_body_about_many_jobs_with_long_details_is_answered() throws Exception {
        var server = start("64m");
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 4_000; i += 200) {
                String details =
                        "\"Environment\":{\"K\":\"%%05d%s\"}".formatted("v".repeat(14_000));
                assertThat(post(client, server, i, i + 200, details)).isEqualTo(200);
            }

            String tag = "\"Tags\":[{\"Key\":\"k\",\"Value\":\"%05d\"}]";
            assertThat(post(client, server, 0, 4_000, tag)).isEqualTo(200);
        }
    }

    /// @param member of each job, with its number
    private static int post(HttpClient client, Server server, int from, int to, String member)
            throws Exception {
        var body = new StringBuilder();
        for (int i = from; i < to; i++) {
            body.append(
                    """
                    {"ProcessingJobName":"%1$05d","ProcessingJobStatus":"Completed",\
                    "CreationTime":1,"LastModifiedTime":1,"ProcessingJobArn":\
                    "arn:aws:sagemaker:us-east-1:000000000000:processing-job/%1$05d",%2$s}
                    """
                            .formatted(i, member.formatted(i)));
        }
        var request = HttpRequest.newBuilder(server.uri().resolve("/events"));
        request.POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void a_stop_under_load_resets_no_connection_that_was_made_before() throws Exception {
        var server = start("128m");
        var stopping = new AtomicBoolean();
        var answers = new AtomicInteger();
        var lost = new ConcurrentLinkedQueue<String>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            boolean keeping = i % 2 == 0;
            clients.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            listUntilRefused(
                                                    server, keeping, stopping, answers, lost)));
        }
        while (answers.get() < 500) {
            Thread.sleep(10);
        }

        stopping.set(true);
        server.process().destroy();
        for (var client : clients) {
            client.join();
        }

        assertThat(lost).isEmpty();
        assertThat(server.process().waitFor(60, SECONDS)).isTrue();
        assertThat(server.process().exitValue()).isZero();
    }

    private static void listUntilRefused(
            Server server,
            boolean keeping,
            AtomicBoolean stopping,
            AtomicInteger answers,
            Queue<String> lost) {
        while (true) {
            boolean early = false;
            try (var socket = server.connect()) {
                early = !stopping.get();
                boolean open = true;
                while (open) {
                    open = !list(socket).closes() && keeping;
                    answers.incrementAndGet();
                }
            } catch (ConnectException e) {
                return;
            } catch (IOException e) {
                if (early) {
                    lost.add(e.toString());
                }
            }
        }
    }
}
