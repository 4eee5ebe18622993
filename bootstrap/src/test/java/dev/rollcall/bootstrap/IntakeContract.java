package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.settings.KeyFile;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The intake of a server with keys, over a storage, and what the AWS SDK lists afterwards.
abstract class IntakeContract {

    private static final Scope SCOPE = Scope.of("111122223333", "us-east-1");
    private static final String KEY = "the-key-of-eventbridge";
    private static final int JOBS = 40;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private Path dir;

    /// A storage that is empty.
    abstract StorageSettings empty();

    @Test
    void events_in_any_order_and_twice_give_the_listing_and_descriptions_of_those_in_order()
            throws Exception {
        var histories = EventHistories.of(16, JOBS);
        Seen inOrder;
        try (var service = serve(new StorageSettings.InMemory())) {
            post(service, histories.inOrder(), 1);
            inOrder = Seen.of(service);
        }
        assertThat(inOrder.summaries()).hasSize(JOBS);
        try (var service = serve(empty())) {
            post(service, histories.shuffledTwice(17), 7);
            assertThat(Seen.of(service)).isEqualTo(inOrder);
        }
    }

    @Test
    void a_file_of_events_is_imported_through_the_server_with_a_key_in_a_file() throws Exception {
        var histories = EventHistories.of(18, JOBS);
        Path file = dir.resolve("events.json");
        Files.writeString(file, String.join("", histories.shuffledTwice(19)));
        Path key = WrittenSecret.of(dir.resolve("key"), KEY + "\n");
        try (var service = serve(empty())) {
            String[] importing = {
                "import", file.toString(), "--to", service.uri(), "--key-file", key.toString()
            };
            var first = Outcome.run(importing);
            assertThat(first.err()).isEmpty();
            assertThat(first.status()).isZero();
            assertThat(Outcome.run(importing).out()).startsWith("imported 0, unchanged ");
            assertThat(Seen.of(service).summaries()).hasSize(JOBS);
        }
    }

    @Test
    void a_walk_during_a_stream_of_events_keeps_its_promise() throws Exception {
        try (var service = serve(empty());
                var client = Clients.of(service, "us-east-1");
                var stream = new EventStream(20, documents -> post(service, documents, 200))) {
            for (WalkedListing listing : WalkedListing.all()) {
                listing.assertKeepsItsPromise(client, stream);
            }
        }
    }

    private Service serve(StorageSettings storage) throws IOException {
        Path file =
                WrittenSecret.of(
                        dir.resolve("intake-keys-" + System.nanoTime()),
                        """
                        [eventbridge]
                        key = %s
                        accounts = 111122223333
                        """
                                .formatted(KEY));
        var keys = KeyFile.ofIntakeKeys(new SecretFile(file));
        var http =
                HttpSettings.of("127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region()))
                        .withIntake(
                                new IntakeSettings(
                                        Optional.of(() -> keys.keys().values()),
                                        JobRecord.USUAL_MAX_AHEAD));
        var service = Service.over(new WiredStorages(), storage, http);
        service.start();
        return service;
    }

    /// Posts documents, so many at once, which are all good.
    private static void post(Service service, List<String> documents, int together)
            throws IOException, InterruptedException {
        for (int from = 0; from < documents.size(); from += together) {
            var some = documents.subList(from, Math.min(from + together, documents.size()));
            HttpResponse<String> response = post(service, String.join("", some));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).endsWith("\"refused\":[]}");
        }
    }

    private static HttpResponse<String> post(Service service, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(service.uri() + "/events"))
                        .header("X-Api-Key", KEY)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /// What a client of AWS sees.
    private record Seen(List<String> summaries, List<String> descriptions) {

        static Seen of(Service service) {
            try (var client = Clients.of(service, "us-east-1")) {
                List<ProcessingJobSummary> summaries = new ArrayList<>();
                client.listProcessingJobsPaginator(r -> r.sortBy("Name").maxResults(100)).stream()
                        .forEach(page -> summaries.addAll(page.processingJobSummaries()));
                return new Seen(
                        summaries.stream().map(ProcessingJobSummary::toString).toList(),
                        summaries.stream()
                                .map(ProcessingJobSummary::processingJobName)
                                .map(
                                        name ->
                                                client.describeProcessingJob(
                                                        r -> r.processingJobName(name)))
                                .map(DescribeProcessingJobResponse::toString)
                                .toList());
            }
        }
    }
}
