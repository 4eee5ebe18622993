package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.mongo.FaultyWire.Fate;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// A writer meets another one that is faster. Between the two lies a wire that holds the slower one
/// up.
class MergingWritesTest {

    private static final JobDescription KNOWN = job("one").detail("A", "1").describe();
    private static final JobDescription NEWER =
            job("one").modified(CREATED.plusMillis(1)).detail("B", "2").describe();
    private static final JobDescription NEWEST =
            job("one").modified(CREATED.plusMillis(2)).detail("C", "3").describe();

    private TestServer server;
    private FaultyWire wire;
    private MongoStore slower;
    private MongoStore faster;

    @BeforeEach
    void open() throws IOException {
        server = TestServer.start();
        wire = FaultyWire.to(server.port());
        String url = server.url();
        faster = MongoStore.open(url);
        slower = MongoStore.open(url.replace(":" + server.port(), ":" + wire.port()));
    }

    @AfterEach
    void close() {
        slower.close();
        faster.close();
        wire.close();
        server.close();
    }

    @Test
    void what_the_faster_writer_wrote_is_merged_with_what_the_slower_one_writes() {
        upsert(faster, KNOWN);
        before("update\0", () -> assertThat(upsert(faster, NEWER)).isEqualTo(1));
        assertThat(upsert(slower, NEWEST)).isEqualTo(1);
        assertThat(faster.read(KNOWN.id())).contains(merged(KNOWN, NEWER, NEWEST));
    }

    @Test
    void a_record_that_the_faster_writer_s_supersedes_changes_nothing() {
        upsert(faster, new JobDescription(KNOWN.job()));
        before("update\0", () -> upsert(faster, NEWEST));
        assertThat(upsert(slower, new JobDescription(NEWER.job()))).isZero();
        assertThat(faster.read(KNOWN.id())).contains(NEWEST);
    }

    @Test
    void a_job_that_the_faster_writer_inserted_is_merged() {
        before("insert\0", () -> upsert(faster, NEWER));
        assertThat(upsert(slower, KNOWN)).isEqualTo(1);
        assertThat(faster.read(KNOWN.id())).contains(merged(KNOWN, NEWER));
    }

    /// As it is on a replica set until the majority has it.
    @Test
    void a_job_that_is_there_but_cannot_be_read_yet_is_not_lost() {
        upsert(faster, KNOWN);
        var first = new AtomicBoolean(true);
        wire.rewrite(
                (request, answer) ->
                        request.contains("find\0") && first.getAndSet(false)
                                ? withoutDocuments(answer)
                                : answer);
        assertThat(upsert(slower, NEWER)).isEqualTo(1);
        assertThat(first).isFalse();
        assertThat(faster.read(KNOWN.id())).contains(merged(KNOWN, NEWER));
    }

    /// Once, before the first request of this kind arrives.
    private void before(String request, Runnable work) {
        var first = new AtomicBoolean(true);
        wire.meet(
                text -> {
                    if (text.contains(request) && first.getAndSet(false)) {
                        work.run();
                    }
                    return Fate.PASSES;
                });
    }

    private static BsonDocument withoutDocuments(BsonDocument answer) {
        answer.getDocument("cursor").put("firstBatch", new BsonArray());
        return answer;
    }

    private static int upsert(MongoStore store, JobDescription record) {
        return store.upsert(List.of(record), Instant.MAX);
    }

    private static JobDescription merged(JobDescription first, JobDescription... others) {
        var merged = first;
        for (JobDescription other : others) {
            merged = merged.merge(other, Instant.MAX);
        }
        return merged;
    }
}
