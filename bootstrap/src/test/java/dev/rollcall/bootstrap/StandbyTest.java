package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.ProcessingJob;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rollcall on a standby of PostgreSQL, which replays what the primary writes.
class StandbyTest {

    private static final Instant CREATED = Instant.parse("2024-06-01T00:00:00Z");

    private static final String JOB =
            """
            {"ProcessingJobName":"a","ProcessingJobStatus":"Completed",
             "CreationTime":1,"LastModifiedTime":2,
             "ProcessingJobArn":"arn:aws:sagemaker:us-east-1:123456789012:processing-job/a"}
            """;

    @TempDir private static Path dir;
    private static ReplicatedPostgres postgres;

    @BeforeAll
    static void replicate() throws IOException {
        postgres = ReplicatedPostgres.start(dir);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_standby_is_refused_until_the_primary_has_what_must_be_written() throws Exception {
        String database = postgres.newDatabase();
        String primary = postgres.primary(database);
        String standby = postgres.standby(database);

        assertRefused("The database can only be read", command("list", standby));
        assertThat(run(command("export", primary, dir.resolve("none").toString())).status())
                .isZero();
        postgres.catchUp();
        assertRefused("The database can only be read", command("list", standby));
        assertThat(run(command("check", standby, "--port", "0")).out())
                .containsPattern("token keys +WRONG +The database can only be read");
        assertThat(run(command("list", primary)).status()).isZero();
        postgres.catchUp();
        assertThat(run(command("list", standby)).status()).isZero();
    }

    @Test
    void what_writes_is_refused_on_a_standby() throws Exception {
        String database = postgres.newDatabase();
        run(command("list", postgres.primary(database)));
        postgres.catchUp();
        Path jobs = Files.writeString(dir.resolve("job.json"), JOB);

        String standby = postgres.standby(database);
        assertThat(run(command("import", standby, jobs.toString())).err())
                .contains("The database can only be read", "Recommended action: give --url");
        assertRefused("The database can only be read", command("token-keys rotate", standby));
    }

    @Test
    void a_walk_over_primary_and_standby_meets_once_what_both_have_had_since_it_began()
            throws Exception {
        String database = postgres.newDatabase();
        List<ProcessingJob> old = jobs(0, 120);
        List<ProcessingJob> late = jobs(120, 200);
        try (var primary = serve(postgres.primary(database))) {
            primary.useCases().recordProcessingJobs().record(old);
            postgres.catchUp();
            try (var standby = serve(postgres.standby(database));
                    var ofPrimary = Clients.of(primary, "us-east-1");
                    var ofStandby = Clients.of(standby, "us-east-1")) {
                assertThat(walk(ofStandby, ofPrimary)).isEqualTo(names(old));

                postgres.pauseReplay();
                primary.useCases().recordProcessingJobs().record(late);

                assertThat(statusOfEvents(standby)).isEqualTo(503);
                assertThat(walk(ofStandby)).isEqualTo(names(old));
                assertThat(walk(ofPrimary, ofStandby))
                        .doesNotHaveDuplicates()
                        .containsAll(names(old))
                        .isSubsetOf(names(jobs(0, 200)));

                postgres.resumeReplay();
                postgres.catchUp();
                assertThat(walk(ofPrimary, ofStandby)).isEqualTo(names(jobs(0, 200)));
            }
        }
    }

    private static List<ProcessingJob> jobs(int from, int to) {
        return new DemoJobs(ReplicasTest.SCOPE, CREATED).jobs(from, to);
    }

    private static List<String> names(List<ProcessingJob> jobs) {
        return jobs.stream().map(job -> job.name().value()).sorted().toList();
    }

    /// The names on the pages that these clients ask for in turn.
    private static List<String> walk(SageMakerClient... clients) {
        List<String> names = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int pages = 0;
        do {
            String next = token.orElse(null);
            var page =
                    clients[pages++ % clients.length].listProcessingJobs(
                            r ->
                                    r.sortBy("Name")
                                            .sortOrder("Ascending")
                                            .maxResults(10)
                                            .nextToken(next));
            page.processingJobSummaries().stream()
                    .map(ProcessingJobSummary::processingJobName)
                    .forEach(names::add);
            token = Optional.ofNullable(page.nextToken());
        } while (token.isPresent());
        return names;
    }

    private static int statusOfEvents(Service service) throws Exception {
        var event = HttpRequest.newBuilder(URI.create(service.uri() + "/events"));
        event.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JOB));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(event.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static Service serve(String url) {
        return ReplicasTest.serve(PostgresServer.settings(url));
    }

    private static String[] command(String name, String url, String... more) {
        List<String> command = new ArrayList<>(List.of(name.split(" ")));
        command.addAll(
                List.of("--storage", "postgres", "--user", PostgresServer.USER, "--url", url));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }
}
