package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.mongo.MongoStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A walk that is begun on one storage goes on on another that has the same jobs and token keys.
class MigrationTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final List<ProcessingJob> JOBS = new DemoJobs(SCOPE, NOW).jobs(0, 500);

    private MongoServer server;
    private ProcessingJobStore h2;
    private ProcessingJobStore mongo;

    @BeforeEach
    void open() {
        server = new MongoServer(new MemoryBackend());
        h2 = H2Store.inMemory();
        mongo =
                MongoStore.open(
                        "mongodb://127.0.0.1:%d/?timeoutMS=60000"
                                .formatted(server.bind().getPort()));
        h2.upsert(JOBS);
        mongo.upsert(JOBS);
    }

    @AfterEach
    void close() {
        mongo.close();
        h2.close();
        server.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, ASCENDING",
        "NAME, DESCENDING",
        "CREATION_TIME, ASCENDING",
        "CREATION_TIME, DESCENDING",
        "STATUS, ASCENDING",
        "STATUS, DESCENDING"
    })
    void a_walk_begun_on_h2_and_ended_on_mongodb_sees_every_job_once(SortKey key, SortOrder order) {
        var listed = page(h2, key, order, Optional.empty());
        List<ProcessingJob> seen = new ArrayList<>(listed.jobs());
        for (int page = 1; listed.nextToken().isPresent(); page++) {
            listed = page(page < 3 ? h2 : mongo, key, order, listed.nextToken());
            seen.addAll(listed.jobs());
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(JOBS);
    }

    private static ListingResult.Listed page(
            ProcessingJobStore store, SortKey key, SortOrder order, Optional<String> token) {
        var tokens =
                new PageTokens(
                        new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH]))),
                        PageTokens.DEFAULT_LIFETIME);
        var useCase =
                new ListProcessingJobs(
                        store, tokens, Duration.ofMinutes(1), InstantSource.fixed(NOW));
        var request =
                ListingRequest.everything()
                        .withSortBy(key.wireName())
                        .withSortOrder(order.wireName())
                        .with(token, ListingRequest::withNextToken)
                        .withMaxResults(100);
        return switch (useCase.list(SCOPE, request)) {
            case ListingResult.Listed listed -> listed;
            case ListingResult.Invalid invalid -> throw new AssertionError(invalid);
            case ListingResult.TokenRefused refused -> throw new AssertionError(refused);
        };
    }
}
