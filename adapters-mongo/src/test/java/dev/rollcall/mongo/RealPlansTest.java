package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;

import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What only a real server can show: that each scan is a seek on one index, however deep the page;
/// that a deadline ends a query in the server; that an export is of one moment.
@OnRealServer
class RealPlansTest {

    private static final int JOBS = 20_000;
    private static final WorkBudget AMPLE = new WorkBudget(Integer.MAX_VALUE, Duration.ofHours(1));

    private static final SentCommands SENT = new SentCommands();
    private static String url;
    private static MongoClient client;
    private static MongoDatabase database;
    private static MongoStore store;

    @BeforeAll
    static void keepJobs() {
        url = RealServer.freshUrl();
        client = MongoClients.create(url);
        database = client.getDatabase(MongoUrl.of(url).database());
        store = SENT.open(url);
        store.upsert(Pages.jobs(JOBS));
    }

    @AfterAll
    static void drop() {
        store.close();
        client.close();
        RealServer.drop(url);
    }

    static Stream<Selection> pages() {
        return Pages.of(JOBS).stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_examines_its_own_entries_of_one_index_and_no_document(Selection page) {
        var scans = SentCommands.onIndexes(SENT.during(() -> store.find(page, AMPLE)));
        assertThat(scans).isNotEmpty();
        for (BsonDocument scan : scans) {
            BsonDocument plan = explain(scan);
            assertThat(stages(plan)).as(plan.toJson()).contains("IXSCAN").doesNotContain("SORT");
            BsonDocument cost = plan.getDocument("executionStats");
            assertThat(cost.getNumber("totalKeysExamined").intValue())
                    .as(plan.toJson())
                    .isLessThanOrEqualTo(Pages.SIZE + 1);
            assertThat(cost.getNumber("totalDocsExamined").intValue()).as(plan.toJson()).isZero();
        }
    }

    private static BsonDocument explain(BsonDocument find) {
        var command = new BsonDocument();
        for (String part : List.of("find", "filter", "sort", "projection", "hint", "limit")) {
            command.append(part, find.get(part));
        }
        return database.runCommand(
                new BsonDocument("explain", command)
                        .append("verbosity", new BsonString("executionStats")),
                BsonDocument.class);
    }

    private static List<String> stages(BsonDocument plan) {
        List<String> stages = new ArrayList<>();
        List<BsonValue> open =
                new ArrayList<>(List.of(plan.getDocument("queryPlanner").get("winningPlan")));
        while (!open.isEmpty()) {
            BsonValue next = open.removeLast();
            if (next.isArray()) {
                open.addAll(next.asArray());
            } else if (next.isDocument()) {
                var stage = next.asDocument();
                if (stage.isString("stage")) {
                    stages.add(stage.getString("stage").getValue());
                }
                open.addAll(stage.values());
            }
        }
        return stages;
    }

    @Test
    void the_server_ends_a_query_whose_time_is_over() {
        var sleeping = new BsonDocument("$where", new BsonString("sleep(100) || true"));
        var find =
                new BsonDocument("find", new BsonString("jobs"))
                        .append("filter", sleeping)
                        .append("maxTimeMS", new BsonInt64(50));
        try (var unlimited = MongoClients.create(url.replaceAll("timeoutMS=\\d+", ""))) {
            assertThatExceptionOfType(MongoExecutionTimeoutException.class)
                    .isThrownBy(() -> unlimited.getDatabase(database.getName()).runCommand(find));
        }
    }

    @Test
    void an_export_longer_than_a_batch_is_of_one_moment() {
        List<ProcessingJob> before = allOf(0);
        List<ProcessingJob> after = allOf(1);
        String own = RealServer.freshUrl();
        try (var exported = MongoStore.open(own)) {
            exported.upsert(before);
            List<ProcessingJob> read = new ArrayList<>();
            exported.readAll(
                    it -> {
                        if (read.isEmpty()) {
                            exported.upsert(after);
                        }
                        read.add(it.job());
                    });
            assertThat(read).containsExactlyElementsOf(before);
        } finally {
            RealServer.drop(own);
        }
    }

    private static List<ProcessingJob> allOf(int version) {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> job("job-%05d".formatted(i)))
                .map(job -> job.modified(CREATED.plusMillis(version)).build())
                .toList();
    }

    @Test
    void an_index_of_that_name_that_stands_in_the_way_is_refused() {
        String own = RealServer.freshUrl();
        client.getDatabase(MongoUrl.of(own).database())
                .getCollection("jobs")
                .createIndex(Indexes.ascending("name"), new IndexOptions().name("job_by_name"));
        try {
            assertThatExceptionOfType(StorageUnsuitable.class)
                    .isThrownBy(() -> MongoStore.open(own).close())
                    .withMessageContaining("job_by_name");
        } finally {
            RealServer.drop(own);
        }
    }
}
