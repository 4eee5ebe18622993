package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.EventWriter.Described;
import dev.rollcall.cli.storage.StorageSettings;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A server that is killed amid events loses none that it acknowledged.
class KilledIntakeTest {

    private static final int WRITERS = 4;

    @TempDir private Path dir;

    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    private record Server(Process process, URI uri) {

        void kill() {
            process.toHandle().destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"h2, 2", "postgres, 1", "mongo, 1"})
    void what_was_acknowledged_is_listed_and_described_after_a_kill(String storage, int kills)
            throws Exception {
        String[] serve = serve(storage);
        var writers = IntStream.range(0, WRITERS).mapToObj(EventWriter::new).toList();
        var random = new Random(31);
        var server = start(serve);
        for (int kill = 0; kill < kills; kill++) {
            killAmid(writers, server, 40 + random.nextInt(80));
            server = start(serve);
            try (var client = Clients.of(server.uri(), "us-east-1")) {
                assertNothingIsLost(client, writers);
            }
        }
    }

    private String[] serve(String storage) {
        String options =
                switch (storage) {
                    case "h2" -> "--data " + dir.resolve("data");
                    case "postgres" ->
                            "--storage postgres --url %s --user %s"
                                    .formatted(PostgresServer.newDatabase(), PostgresServer.USER);
                    default -> {
                        var mongo = (StorageSettings.Mongo) MongoTestServer.newDatabase();
                        yield "--storage mongo --url " + mongo.url();
                    }
                };
        return ("serve --port 0 --account 111122223333 " + options).split(" ");
    }

    private Server start(String... serve) throws IOException {
        var command = StartedProcesses.rollcall(serve);
        var process = processes.start(command.redirectError(ProcessBuilder.Redirect.DISCARD));
        String ready = process.inputReader(UTF_8).readLine();
        return new Server(process, URI.create(ready.replaceFirst(".*?(http\\S+).*", "$1")));
    }

    /// Kills the server when so many requests have been answered, while others are under way.
    private static void killAmid(List<EventWriter> writers, Server server, int answers)
            throws Exception {
        var answered = new AtomicInteger();
        Runnable onAnswer =
                () -> {
                    if (answered.incrementAndGet() == answers) {
                        server.kill();
                    }
                };
        List<Future<?>> writing = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (EventWriter writer : writers) {
                writing.add(
                        threads.submit(
                                () -> {
                                    writer.writeTo(server.uri(), onAnswer);
                                    return true;
                                }));
            }
        }
        for (Future<?> writer : writing) {
            writer.get();
        }
    }

    private static void assertNothingIsLost(SageMakerClient client, List<EventWriter> writers) {
        assertThat(
                        client
                                .listProcessingJobsPaginator(r -> r.sortBy("Name").maxResults(100))
                                .processingJobSummaries()
                                .stream()
                                .map(ProcessingJobSummary::processingJobName))
                .doesNotHaveDuplicates()
                .containsAll(writers.stream().flatMap(it -> it.acknowledged().stream()).toList());
        for (EventWriter writer : writers) {
            writer.acknowledged().forEach(name -> assertDescribed(name, client, writer));
        }
    }

    private static void assertDescribed(String name, SageMakerClient client, EventWriter writer) {
        var description = client.describeProcessingJob(r -> r.processingJobName(name));
        assertThat(described(description)).as(name).isIn(writer.possible(name));
    }

    private static Described described(DescribeProcessingJobResponse job) {
        return new Described(
                job.processingJobStatusAsString(),
                job.appSpecification().imageUri(),
                job.processingStartTime().toEpochMilli(),
                Optional.ofNullable(job.processingEndTime()).map(Instant::toEpochMilli));
    }
}
