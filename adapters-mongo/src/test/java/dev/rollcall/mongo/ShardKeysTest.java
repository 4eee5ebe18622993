package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The router of a sharded cluster asks only the shards that can hold what is asked for if a
/// command names the beginning of the shard key: `{tenant: 1, name: 1}` of the jobs, `{_id: 1}` of
/// their details. What a router does with that, only a real one can tell.
class ShardKeysTest {

    private static final int JOBS = 400;
    private static final WorkBudget AMPLE = new WorkBudget(Integer.MAX_VALUE, Duration.ofHours(1));
    private static final Set<String> WHOLE_KEY = Set.of(JobDocument.TENANT, JobDocument.NAME);

    private static final JobDescription KNOWN =
            job("Known-1").nameInArn("known-1").detail("Environment", "{}").describe();

    private static final Criterion.Filter RECENT =
            new Criterion.After(TimeField.LAST_MODIFIED_TIME, CREATED);

    private static final SentCommands SENT = new SentCommands();
    private static TestServer server;
    private static MongoStore store;

    @BeforeAll
    static void keepJobs() {
        server = TestServer.start();
        store = SENT.open(server.url());
        store.upsert(Pages.jobs(JOBS));
        store.upsert(List.of(KNOWN), Instant.MAX);
    }

    @AfterAll
    static void close() {
        store.close();
        server.close();
    }

    static Stream<Selection> listings() {
        Criterion.Filter young = new Criterion.After(TimeField.CREATION_TIME, CREATED);
        Criterion.Filter text = new Criterion.NameContains("-0001");
        var filtered =
                Arrays.stream(SortKey.values())
                        .map(key -> new Ordering(key, SortOrder.DESCENDING))
                        .flatMap(
                                order ->
                                        Stream.of(List.of(RECENT), List.of(young), List.of(text))
                                                .map(f -> new ListingQuery(SCOPE, f, order)))
                        .map(query -> query.select(Optional.empty(), Pages.SIZE));
        return Stream.concat(Pages.of(JOBS).stream(), filtered);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void every_command_of_a_listing_names_the_tenant(Selection listing) {
        assertTenantIsNamed(SENT.during(() -> store.find(listing, AMPLE)));
    }

    private static void assertTenantIsNamed(List<BsonDocument> commands) {
        assertThat(commands).isNotEmpty();
        for (BsonDocument command : commands) {
            assertThat(named(filter(command))).as(command.toJson()).contains(JobDocument.TENANT);
        }
    }

    /// The scan meets more jobs than a page may cost before it finds one, so a shorter path is
    /// looked for.
    @Test
    void the_counts_and_searches_of_a_shorter_path_name_the_tenant_too() {
        var scope = Scope.of("210987654321", "us-east-1");
        List<ProcessingJob> jobs = new ArrayList<>();
        for (int i = 0; i < 2_400; i++) {
            var modified = CREATED.plusSeconds(i < 2_100 ? 0 : 60);
            jobs.add(job("job-%04d".formatted(i)).in(scope).modified(modified).build());
        }
        store.upsert(jobs);
        var listing =
                new ListingQuery(
                                scope,
                                List.of(RECENT),
                                new Ordering(SortKey.NAME, SortOrder.ASCENDING))
                        .select(Optional.empty(), Pages.SIZE);
        var commands = SENT.during(() -> store.find(listing, AMPLE));
        assertThat(commands).anyMatch(command -> command.containsKey("aggregate"));
        assertTenantIsNamed(commands);
    }

    @Test
    void the_jobs_of_a_page_are_loaded_by_the_whole_key() {
        var page = Pages.of(JOBS).getFirst();
        var load = SENT.during(() -> store.find(page, AMPLE)).getLast();
        assertThat(named(filter(load))).containsAll(WHOLE_KEY);
    }

    @Test
    void one_job_is_read_and_deleted_by_the_whole_key() {
        var gone = job("gone").detail("Environment", "{}").describe();
        store.upsert(List.of(gone), Instant.MAX);

        assertWholeKeys(SENT.during(() -> store.read(gone.id())), 2);
        assertWholeKeys(SENT.during(() -> store.delete(gone.id())), 2);
    }

    @Test
    void a_job_is_found_by_another_spelling_of_its_arn_among_those_of_its_tenant() {
        var commands = SENT.during(() -> store.read(KNOWN.job().arn()));
        assertThat(commands)
                .hasSize(3)
                .allSatisfy(
                        command ->
                                assertThat(named(filter(command)))
                                        .containsAnyOf(JobDocument.TENANT, DetailsDocument.ID));
    }

    @Test
    void records_are_inserted_read_and_replaced_by_the_whole_key() {
        var newer =
                job("Known-1")
                        .nameInArn("known-1")
                        .modified(CREATED.plusMillis(1))
                        .detail("Environment", "{\"A\":\"1\"}")
                        .describe();
        assertWholeKeys(SENT.during(() -> store.upsert(List.of(newer), Instant.MAX)), 6);
        assertThat(store.read(newer.id())).contains(newer);
    }

    /// @param count how many commands there must be
    private static void assertWholeKeys(List<BsonDocument> commands, int count) {
        assertThat(commands)
                .hasSize(count)
                .allSatisfy(
                        command ->
                                assertThat(named(filter(command)))
                                        .containsAll(
                                                isOfDetails(command)
                                                        ? Set.of(DetailsDocument.ID)
                                                        : WHOLE_KEY));
    }

    private static boolean isOfDetails(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue().equals("details");
    }

    /// What a command says of the documents it is about.
    private static BsonDocument filter(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "find" -> command.getDocument("filter");
            case "aggregate" -> first(command, "pipeline").getDocument("$match");
            case "update" -> first(command, "updates").getDocument("q");
            case "delete" -> first(command, "deletes").getDocument("q");
            case "insert" -> first(command, "documents");
            default -> throw new AssertionError(command.toJson());
        };
    }

    private static BsonDocument first(BsonDocument command, String array) {
        return command.getArray(array).getFirst().asDocument();
    }

    /// The fields whose values a filter names, in a condition that all documents must meet.
    private static Set<String> named(BsonDocument filter) {
        Set<String> named = new HashSet<>();
        filter.forEach(
                (field, value) -> {
                    if (field.equals("$and")) {
                        value.asArray().forEach(part -> named.addAll(named(part.asDocument())));
                    } else if (isNamed(value)) {
                        named.add(field);
                    }
                });
        return named;
    }

    private static boolean isNamed(BsonValue value) {
        return !value.isDocument()
                || Set.of("$in", "$eq").contains(value.asDocument().getFirstKey());
    }
}
