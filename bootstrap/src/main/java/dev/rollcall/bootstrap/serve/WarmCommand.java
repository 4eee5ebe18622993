package dev.rollcall.bootstrap.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

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
        serve(data);
        int status = run("--version");
        return status + run("list", "--data", data.toString(), "--region", SCOPE.region().value());
    }

    private int run(String... arguments) {
        return program.get().setOut(new PrintWriter(new StringWriter())).execute(arguments);
    }

    private void serve(Path data) throws IOException {
        var settings = HttpSettings.of(HOST, 0, new Access.Open(SCOPE.account(), SCOPE.region()));
        var storage = new StorageSettings.H2(data, Optional.empty());
        try (var service = Service.over(storages, storage, settings)) {
            var made = new DemoJobs(SCOPE, Instant.now());
            service.useCases().recordProcessingJobs().record(made.jobs(0, JOBS));
            service.start();
            list(URI.create(service.uri()).getPort());
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
