package dev.rollcall.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.connection.ClusterType;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.SortOrder;

import org.bson.BsonDocument;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads every job of all scopes.
///
/// In a snapshot, where there are snapshots: a server that is no member of a replica set has none,
/// and a job that changes there while it is read may be of a later moment than the others.
///
/// @param patience how long each batch of jobs may take; all of them take as long as they do
record ExportReader(
        MongoClient client, MongoCollection<BsonDocument> collection, Duration patience) {

    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private static final int BATCH = 1_000;

    void read(Consumer<ProcessingJob> reader) {
        var jobs = collection.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (client.getClusterDescription().getType() == ClusterType.STANDALONE) {
            read(jobs.find(), reader);
        } else {
            try (var session = client.startSession(SNAPSHOT)) {
                read(jobs.find(session), reader);
            }
        }
    }

    /// Tenant after tenant, by name, which is the order of account, region and name.
    private static void read(FindIterable<BsonDocument> jobs, Consumer<ProcessingJob> reader) {
        try (var cursor =
                jobs.sort(MongoIndex.BY_NAME.sort(SortOrder.ASCENDING))
                        .hintString(MongoIndex.BY_NAME.indexName())
                        .batchSize(BATCH)
                        .timeoutMode(TimeoutMode.ITERATION)
                        .iterator()) {
            while (cursor.hasNext()) {
                var document = cursor.next();
                reader.accept(JobDocument.job(document, JobDocument.scope(document)));
            }
        }
    }
}
