package dev.rollcall.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.rollcall.contract.IndexReaderContract;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.IndexReader;

import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

class MongoIndexReaderTest extends IndexReaderContract {

    private final TestServer server = TestServer.start();
    private final String url = server.url();
    private final MongoClient client = MongoClients.create(url);

    @Override
    protected void write(List<ProcessingJob> jobs) {
        try (var store = MongoStore.open(url)) {
            store.upsert(jobs);
        }
    }

    @Override
    protected void read(Selection selection, Consumer<IndexReader> work) {
        var jobs =
                client.getDatabase(MongoUrl.of(url).database())
                        .getCollection("jobs", BsonDocument.class);
        work.accept(new MongoIndexReader(selection, jobs, Deadline.in(Duration.ofMinutes(1))));
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }
}
