package dev.rollcall.bootstrap.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// `rollcall warm`: does once, on made-up jobs, what the other commands do at their start. The
/// launcher runs it so that Java records which classes that takes, and keeps them in its cache.
@Command(
        name = "warm",
        description = "Makes the cache now that lets every command start faster.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Otherwise the first command makes it in the background. It is in the directory"
                    + " ROLLCALL_CACHE, which is ~/.cache/rollcall by default; with"
                    + " ROLLCALL_CACHE=off there is none."
        })
public final class WarmCommand implements Callable<Integer> {

    private static final int JOBS = 200;

    private static final String HOST = "127.0.0.1";

    private static final String ACCOUNT = "123456789012";

    private static final String REGION = "--region";

    private static final String US_EAST_1 = "us-east-1";

    private static final Scope SCOPE = Scope.of(ACCOUNT, US_EAST_1);

    private final WiredStorages storages;
    private final Supplier<CommandLine> program;

    /// @param program the whole program, as it is without environment variables
    public WarmCommand(WiredStorages storages, Supplier<CommandLine> program) {
        this.storages = storages;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("rollcall-warm");
        try {
            return work(directory);
        } finally {
            delete(directory);
        }
    }

    private int work(Path directory) throws IOException {
        Path data = directory.resolve("data");
        record(data);
        return serve(data)
                + run(Writer.nullWriter(), "--version")
                + run(Writer.nullWriter(), "list", "--data", data.toString(), REGION, US_EAST_1);
    }

    private int run(Writer out, String... arguments) {
        return program.get().setOut(new PrintWriter(out)).execute(arguments);
    }

    private void record(Path data) {
        var settings = HttpSettings.of(HOST, 0, new Access.Open(SCOPE.account(), SCOPE.region()));
        var storage = new StorageSettings.H2(data, Optional.empty());
        try (var service = Service.over(storages, storage, settings)) {
            var made = new DemoJobs(SCOPE, Instant.now());
            service.useCases().recordProcessingJobs().record(made.jobs(0, JOBS));
        }
    }

    /// From the command line to a clean stop, as a server is run.
    private int serve(Path data) throws IOException {
        String[] arguments = {
            "serve",
            "--port",
            "0",
            "--data",
            data.toString(),
            REGION,
            US_EAST_1,
            "--account",
            ACCOUNT
        };
        var output = new PipedWriter();
        try (var lines = new BufferedReader(new PipedReader(output))) {
            var status = new CompletableFuture<Integer>();
            Thread.ofPlatform()
                    .start(
                            () -> {
                                try (output) {
                                    status.complete(run(output, arguments));
                                } catch (IOException | RuntimeException e) {
                                    status.completeExceptionally(e);
                                }
                            });
            String ready = lines.readLine();
            if (ready == null) {
                return status.join();
            }
            list(URI.create(ready.replaceFirst(".* (http:\\S+) .*", "$1")).getPort());
            TerminationSignal.raise();
            return status.join();
        }
    }

    /// A bare socket, since a client of the JDK would fill the cache with classes of its own.
    private static void list(int port) throws IOException {
        String body = "{\"MaxResults\": 100}";
        String request =
                """
                POST / HTTP/1.1\r
                Host: %s:%d\r
                X-Amz-Target: SageMaker.ListProcessingJobs\r
                Content-Type: application/x-amz-json-1.1\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s\
                """
                        .formatted(HOST, port, body.length(), body);
        try (var socket = new Socket(InetAddress.ofLiteral(HOST), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("the server answered " + answer.lines().findFirst());
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
