package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.StartedProcesses.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Two servers on one database.
class ReplicasTest {

    static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    @Test
    void a_walk_begun_on_one_replica_is_finished_on_the_other() {
        var storage = PostgresServer.settings(PostgresServer.newDatabase());
        List<ProcessingJob> jobs =
                new DemoJobs(SCOPE, Instant.parse("2024-06-01T00:00:00Z")).jobs(0, 250);
        try (var one = serve(storage);
                var other = serve(storage);
                var ofOne = Clients.of(one, "us-east-1");
                var ofOther = Clients.of(other, "us-east-1")) {
            one.useCases().recordProcessingJobs().record(jobs);

            var first = ofOne.listProcessingJobs(r -> r.sortBy("Name").maxResults(100));
            var rest =
                    ofOther.listProcessingJobsPaginator(
                            r -> r.sortBy("Name").maxResults(100).nextToken(first.nextToken()));

            assertThat(
                            Stream.concat(
                                            first.processingJobSummaries().stream(),
                                            rest.processingJobSummaries().stream())
                                    .map(ProcessingJobSummary::processingJobName))
                    .containsExactlyElementsOf(
                            jobs.stream().map(job -> job.name().value()).sorted().toList());
        }
    }

    @Test
    void a_walk_goes_on_when_a_replica_is_killed_amid_it() throws Exception {
        String url = PostgresServer.newDatabase();
        List<ProcessingJob> jobs =
                new DemoJobs(SCOPE, Instant.parse("2024-06-01T00:00:00Z")).jobs(0, 200);
        try (var processes = new StartedProcesses();
                var staying = serve(PostgresServer.settings(url))) {
            staying.useCases().recordProcessingJobs().record(jobs);
            var killed = processes.start(rollcall(serveCommand(url)));
            var ofKilled =
                    URI.create(
                            killed.inputReader(UTF_8)
                                    .readLine()
                                    .replaceFirst(".*(http\\S+).*", "$1"));
            var ofStaying = URI.create(staying.uri());
            try (var balancer = new AlternatingBalancer(List.of(ofKilled, ofStaying));
                    var client = Clients.of(balancer.uri(), "us-east-1")) {
                List<String> names = new ArrayList<>();
                for (var page : client.listProcessingJobsPaginator(r -> r.maxResults(20))) {
                    page.processingJobSummaries().forEach(it -> names.add(it.processingJobName()));
                    if (names.size() == 80) {
                        killed.destroyForcibly().waitFor();
                    }
                }
                assertThat(names)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                jobs.stream().map(job -> job.name().value()).toList());
                assertThat(balancer.answered().subList(0, 4))
                        .containsExactly(ofKilled, ofStaying, ofKilled, ofStaying);
                assertThat(balancer.answered().subList(4, 10)).containsOnly(ofStaying);
            }
        }
    }

    private static String[] serveCommand(String url) {
        return "serve --port 0 --storage postgres --url %s --user %s --region us-east-1"
                .formatted(url, PostgresServer.USER)
                .split(" ");
    }

    /// A server of the jobs of one account and region.
    static Service serve(StorageSettings storage) {
        var service =
                Service.over(
                        new WiredStorages(),
                        storage,
                        HttpSettings.of(
                                "127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region())));
        service.start();
        return service;
    }
}
