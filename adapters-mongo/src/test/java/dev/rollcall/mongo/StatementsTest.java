package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is asked of the server is what MongoDB documents that an index answers alone. That a server
/// does so, only `RealPlansTest` can tell.
class StatementsTest {

    private static final int JOBS = 400;
    private static final WorkBudget AMPLE = new WorkBudget(Integer.MAX_VALUE, Duration.ofHours(1));

    private static final SentCommands SENT = new SentCommands();
    private static TestServer server;
    private static MongoStore store;

    @BeforeAll
    static void keepJobs() {
        server = TestServer.start();
        store = SENT.open(server.url());
        store.upsert(Pages.jobs(JOBS));
    }

    @AfterAll
    static void close() {
        store.close();
        server.close();
    }

    static Stream<Selection> pages() {
        return Pages.of(JOBS).stream();
    }

    @Test
    void a_batch_is_written_in_the_order_of_its_identifiers() {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (String region : List.of("us-west-2", "eu-central-1")) {
            for (String name : List.of("b", "a-b", "a", "B", "a1")) {
                jobs.add(job(name).in(Scope.of("345678901234", region)).build());
            }
        }
        assertThat(written(SENT.during(() -> store.upsert(jobs)))).hasSize(10).isSorted();
    }

    private static List<String> written(List<BsonDocument> commands) {
        return commands.stream()
                .filter(command -> command.containsKey("insert"))
                .flatMap(command -> command.getArray("documents").stream())
                .map(document -> document.asDocument().getString("_id").getValue())
                .toList();
    }

    @Test
    void summaries_of_new_jobs_are_one_insertion_each_thousand_and_nothing_else() {
        var scope = Scope.of("456789012345", "us-east-1");
        List<ProcessingJob> jobs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            jobs.add(job("job-" + i).in(scope).build());
        }
        var commands = SENT.during(() -> store.upsert(jobs));
        assertThat(commands).hasSize(1).allMatch(command -> command.containsKey("insert"));
    }

    @Test
    void a_known_job_is_replaced_only_as_it_was_read() {
        store.upsert(List.of(job("known").nameInArn("KNOWN").build()));
        var newer = job("known").modified(CREATED.plusMillis(1)).build();
        var replacements =
                SENT.during(() -> store.upsert(List.of(newer))).stream()
                        .filter(command -> command.containsKey("update"))
                        .flatMap(command -> command.getArray("updates").stream())
                        .map(update -> update.asDocument().getDocument("q").toJson())
                        .toList();
        assertThat(replacements)
                .singleElement()
                .asString()
                .contains("\"nameInArn\": \"KNOWN\"", "\"ended\": {\"$exists\": false}");
    }

    @Test
    void a_job_whose_arn_spells_its_name_in_another_way_is_found_by_an_index() {
        var clarify = job("Clarify-1").nameInArn("clarify-1").build();
        store.upsert(List.of(clarify));
        var scans = SentCommands.onIndexes(SENT.during(() -> store.read(clarify.arn())));
        assertThat(scans)
                .singleElement()
                .satisfies(
                        scan ->
                                assertThat(List.copyOf(index(scan).keys().keySet()).subList(0, 2))
                                        .hasSameElementsAs(names(scan)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_scanned_within_bounds_of_one_index_in_its_order(Selection page) {
        var scans = SentCommands.onIndexes(SENT.during(() -> store.find(page, AMPLE)));
        assertThat(scans).isNotEmpty();
        for (BsonDocument scan : scans) {
            List<String> keys = List.copyOf(index(scan).keys().keySet());
            List<String> sort = List.copyOf(scan.getDocument("sort").keySet());
            assertThat(sort).as("sort").isEqualTo(keys.subList(0, sort.size()));
            assertThat(new HashSet<>(scan.getDocument("sort").values()))
                    .as("directions")
                    .hasSize(1);
            assertThat(keys).as("covers").containsAll(projected(scan)).containsAll(names(scan));
            assertThat(scan.getDocument("filter").toJson())
                    .as("bounds alone")
                    .doesNotContain("$or")
                    .doesNotContain("$regularExpression");
            assertThat(scan.getInt32("limit").getValue()).isLessThanOrEqualTo(Pages.SIZE);
        }
    }

    /// In an alternative that is looked for because the scan has found nothing yet.
    @ParameterizedTest
    @ValueSource(strings = {"-67", "[", ".", "\\E", "^job", "job-6(7|8)"})
    void a_text_is_literal_where_the_server_checks_it(String text) {
        var scope = Scope.of("210987654321", "us-east-1");
        List<ProcessingJob> jobs = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            jobs.add(job("a-" + i).in(scope).build());
        }
        for (int i = 0; i < 300; i++) {
            jobs.add(job("job-" + i).in(scope).modified(CREATED.plusSeconds(60)).build());
        }
        store.upsert(jobs);
        var changedSince = new Criterion.After(TimeField.LAST_MODIFIED_TIME, CREATED);
        var query =
                new ListingQuery(
                        scope,
                        List.of(changedSince, new Criterion.NameContains(text)),
                        new Ordering(SortKey.NAME, SortOrder.ASCENDING));
        var all = query.select(Optional.empty(), Pages.SIZE);
        var sent =
                SENT.during(
                        () ->
                                assertThat(store.find(all, AMPLE))
                                        .isEqualTo(new Slice.Full(all.from(jobs))));
        assertThat(sent).as("checked there").anyMatch(c -> c.toJson().contains("$regular"));
    }

    @Test
    void every_search_tells_the_server_its_deadline_and_reads_what_the_majority_has() {
        var commands = SENT.during(() -> store.find(Pages.of(JOBS).getFirst(), AMPLE));
        assertThat(commands)
                .isNotEmpty()
                .allMatch(command -> command.containsKey("maxTimeMS"))
                .allMatch(
                        command ->
                                command.getDocument("readConcern")
                                        .getString("level")
                                        .getValue()
                                        .equals("majority"));
    }

    @Test
    void a_write_is_acknowledged_by_the_majority() {
        var commands = SENT.during(() -> store.upsert(List.of(job("one").build())));
        assertThat(commands)
                .singleElement()
                .satisfies(
                        command -> {
                            BsonDocument concern = command.getDocument("writeConcern");
                            assertThat(concern.getString("w").getValue()).isEqualTo("majority");
                            assertThat(command.getBoolean("ordered").getValue()).isFalse();
                        });
    }

    @Test
    void no_more_than_a_thousand_records_are_written_at_once() {
        var commands = SENT.during(() -> store.upsert(Pages.jobs(2_001)));
        assertThat(commands)
                .filteredOn(command -> command.containsKey("insert"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(command -> command.getArray("documents").size() <= 1_000);
    }

    private static MongoIndex index(BsonDocument find) {
        String hint = find.getString("hint").getValue();
        return Arrays.stream(MongoIndex.values())
                .filter(index -> index.indexName().equals(hint))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> projected(BsonDocument find) {
        return find.getDocument("projection").entrySet().stream()
                .filter(field -> field.getValue().asNumber().intValue() == 1)
                .map(field -> field.getKey())
                .toList();
    }

    /// The fields that a filter asks for.
    private static Set<String> names(BsonDocument find) {
        Set<String> names = new HashSet<>();
        List<BsonValue> open = new ArrayList<>(List.of(find.getDocument("filter")));
        while (!open.isEmpty()) {
            BsonValue next = open.removeLast();
            if (next.isArray()) {
                open.addAll(next.asArray());
            } else if (next.isDocument()) {
                next.asDocument()
                        .forEach(
                                (name, value) -> {
                                    if (!name.startsWith("$")) {
                                        names.add(name);
                                    }
                                    open.add(value);
                                });
            }
        }
        return names;
    }
}
