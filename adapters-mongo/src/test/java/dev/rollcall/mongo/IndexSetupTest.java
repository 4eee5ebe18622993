package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import dev.rollcall.application.StorageUnsuitable;

import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A collection has the indexes that its listings need, or is not opened.
class IndexSetupTest {

    private TestServer server;
    private MongoClient client;
    private MongoCollection<BsonDocument> jobs;
    private String url;

    @BeforeEach
    void connect() {
        server = TestServer.start();
        url = server.url();
        client = MongoClients.create(url);
        jobs =
                client.getDatabase(MongoUrl.of(url).database())
                        .getCollection("jobs", BsonDocument.class);
    }

    @AfterEach
    void disconnect() {
        client.close();
        server.close();
    }

    @Test
    void a_new_collection_gets_its_indexes() {
        open();
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("_id_"),
                                        Arrays.stream(MongoIndex.values())
                                                .map(MongoIndex::indexName))
                                .toList());
    }

    @Test
    void opening_again_changes_nothing_with_jobs_or_without() {
        open();
        open();
        keepAJob();
        open();
        assertThat(names()).hasSize(MongoIndex.values().length + 1);
    }

    @Test
    void a_missing_index_of_a_collection_with_jobs_is_refused_and_not_made() {
        keepAJob();
        jobs.dropIndex("job_by_status");
        var refusal = refusal();
        assertThat(refusal).hasMessageEndingWith(".jobs has jobs, but no index job_by_status.");
        assertThat(refusal.recommendedAction())
                .startsWith("create it: db.jobs.createIndex(")
                .contains("{\"tenant\": 1, \"status\": 1, \"name\": 1,")
                .endsWith("{\"name\": \"job_by_status\"})");
        assertThat(names()).doesNotContain("job_by_status");
    }

    @Test
    void a_missing_index_that_was_made_by_hand_as_recommended_is_taken() {
        keepAJob();
        jobs.dropIndex("job_by_name");
        var keys = MongoIndex.BY_NAME.keys();
        keys.replaceAll((_, _) -> new BsonDouble(1));
        jobs.createIndex(keys, new IndexOptions().name("job_by_name"));
        open();
    }

    @Test
    void an_index_of_other_fields_is_refused() {
        keepAJob();
        jobs.dropIndex("job_by_name");
        jobs.createIndex(Indexes.ascending("name"), new IndexOptions().name("job_by_name"));
        assertAnotherOne("job_by_name");
    }

    @Test
    void an_index_in_another_direction_is_refused() {
        keepAJob();
        jobs.dropIndex("job_by_name");
        var keys = MongoIndex.BY_NAME.keys();
        keys.replaceAll((_, _) -> new BsonDouble(-1));
        jobs.createIndex(keys, new IndexOptions().name("job_by_name"));
        assertAnotherOne("job_by_name");
    }

    @Test
    void an_index_of_the_same_fields_in_another_order_is_refused() {
        keepAJob();
        jobs.dropIndex("job_by_name");
        var reordered = new BsonDocument();
        List.copyOf(MongoIndex.BY_NAME.keys().keySet())
                .reversed()
                .forEach(field -> reordered.append(field, new BsonInt32(1)));
        jobs.createIndex(reordered, new IndexOptions().name("job_by_name"));
        assertAnotherOne("job_by_name");
    }

    @Test
    void an_index_of_a_part_of_the_jobs_is_refused() {
        keepAJob();
        jobs.dropIndex("job_by_creation");
        jobs.createIndex(
                MongoIndex.BY_CREATION.keys(),
                new IndexOptions()
                        .name("job_by_creation")
                        .partialFilterExpression(BsonDocument.parse("{status: 10}")));
        assertAnotherOne("job_by_creation");
    }

    @Test
    void an_index_of_late_jobs_that_has_all_jobs_is_refused() {
        keepAJob();
        jobs.dropIndex("late_job_by_creation");
        jobs.createIndex(
                MongoIndex.LATE_BY_CREATION.keys(),
                new IndexOptions().name("late_job_by_creation"));
        assertAnotherOne("late_job_by_creation");
    }

    @Test
    void an_index_with_its_fields_in_another_order_is_refused() {
        keepAJob();
        jobs.dropIndex("job_by_name");
        var keys = new BsonDocument("name", new BsonInt32(1));
        keys.putAll(MongoIndex.BY_NAME.keys());
        jobs.createIndex(keys, new IndexOptions().name("job_by_name"));
        assertAnotherOne("job_by_name");
    }

    /// DocumentDB and others list more of an index than they were asked for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{v: 4, ns: 'rollcall.jobs', background: true}",
                "{enableOrderedIndex: true, storageEngine: {}, textIndexVersion: 3}",
                "{unique: false, sparse: false, hidden: false}",
                "{unique: 0, collation: {locale: 'simple', strength: 3}}"
            })
    void what_a_server_adds_to_an_index_is_ignored_if_it_changes_no_answer(String added)
            throws IOException {
        keepAJob();
        openAsIfListed(added);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{unique: true}",
                "{unique: 1}",
                "{sparse: true}",
                "{hidden: true}",
                "{collation: {locale: 'de'}}",
                "{collation: {strength: 1}}",
                "{expireAfterSeconds: 60}"
            })
    void what_changes_the_answers_of_an_index_is_refused(String added) {
        keepAJob();
        assertThatExceptionOfType(StorageUnsuitable.class)
                .isThrownBy(() -> openAsIfListed(added))
                .withMessageStartingWith("The index job_by_name")
                .withMessageContaining(BsonDocument.parse(added).getFirstKey());
    }

    /// Opens the collection through a wire that adds these fields to each index of a listing.
    private void openAsIfListed(String added) throws IOException {
        try (var wire = FaultyWire.to(server.port())) {
            wire.rewrite(
                    (request, answer) -> {
                        if (request.contains("listIndexes")) {
                            answer.getDocument("cursor")
                                    .getArray("firstBatch")
                                    .forEach(
                                            it ->
                                                    it.asDocument()
                                                            .putAll(BsonDocument.parse(added)));
                        }
                        return answer;
                    });
            MongoStore.open(url.replace(String.valueOf(server.port()), String.valueOf(wire.port())))
                    .close();
        }
    }

    private void assertAnotherOne(String index) {
        var refusal = refusal();
        assertThat(refusal).hasMessageContaining("The index " + index).hasMessageContaining("key");
        assertThat(refusal.recommendedAction())
                .contains("db.jobs.dropIndex(\"" + index + "\")")
                .contains("db.jobs.createIndex(");
    }

    private void keepAJob() {
        try (var store = MongoStore.open(url)) {
            store.upsert(List.of(job("one").build()));
        }
    }

    private void open() {
        MongoStore.open(url).close();
    }

    private StorageUnsuitable refusal() {
        return catchThrowableOfType(StorageUnsuitable.class, this::open);
    }

    private List<String> names() {
        return jobs.listIndexes(BsonDocument.class)
                .map(index -> index.getString("name").getValue())
                .into(new ArrayList<>());
    }
}
