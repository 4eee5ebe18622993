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

/// Reads every job of every scope.
///
/// On a replica set it reads one snapshot. A standalone server has none: there a job that changes
/// during the export may be newer than the others.
///
/// @param batchTimeout how long each batch of jobs may take; all of them may take any time
record ExportReader(
        MongoClient client, MongoCollection<BsonDocument> collection, Duration batchTimeout) {

    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private static final int BATCH_SIZE = 1_000;

    void read(Consumer<ProcessingJob> reader) {
        var jobs = collection.withTimeout(batchTimeout.toMillis(), TimeUnit.MILLISECONDS);
        if (client.getClusterDescription().getType() == ClusterType.STANDALONE) {
            read(jobs.find(), reader);
        } else {
            try (var session = client.startSession(SNAPSHOT)) {
                read(jobs.find(session), reader);
            }
        }
    }

    /// By tenant and name, which is the order of account, region and name.
    private static void read(FindIterable<BsonDocument> jobs, Consumer<ProcessingJob> reader) {
        try (var cursor =
                jobs.sort(MongoIndex.BY_NAME.sort(SortOrder.ASCENDING))
                        .hintString(MongoIndex.BY_NAME.indexName())
                        .batchSize(BATCH_SIZE)
                        .timeoutMode(TimeoutMode.ITERATION)
                        .iterator()) {
            while (cursor.hasNext()) {
                var document = cursor.next();
                reader.accept(JobDocument.job(document, JobDocument.scope(document)));
            }
        }
    }
}
