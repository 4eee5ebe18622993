package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.options.SecretOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a page may be gathered is for whoever serves to say.
class PageBudgetTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    @Test
    void a_page_whose_time_is_spent_comes_short_and_has_a_token() {
        assertThat(tokenOfAPageWithoutMatches(Duration.ofNanos(1))).isPresent();
        assertThat(tokenOfAPageWithoutMatches(Duration.ofHours(1))).isEmpty();
    }

    private static Optional<String> tokenOfAPageWithoutMatches(Duration pageBudget) {
        var settings =
                HttpSettings.of("127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region()));
        try (var service =
                Service.over(
                        new WiredStorages(),
                        new StorageSettings.InMemory(),
                        settings,
                        pageBudget,
                        new SecretOptions())) {
            var made = new DemoJobs(SCOPE, Instant.parse("2024-06-01T00:00:00Z"));
            service.useCases().recordProcessingJobs().record(made.jobs(0, 10_000));
            service.start();
            try (var client = Clients.of(service, "us-east-1")) {
                var page = client.listProcessingJobs(r -> r.nameContains("zebra"));
                assertThat(page.processingJobSummaries()).isEmpty();
                return Optional.ofNullable(page.nextToken());
            }
        }
    }
}
