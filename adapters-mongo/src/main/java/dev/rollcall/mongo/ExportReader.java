package dev.rollcall.mongo;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.connection.ClusterType;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.listings.SortOrder;

import org.bson.BsonDocument;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads every job of every scope, with its details.
///
/// On a replica set it reads one snapshot. A standalone server has none: there a job that changes
/// during the export may be newer than the others.
///
/// @param batchTimeout how long each batch of jobs may take; all of them may take any time
record ExportReader(
        MongoClient client,
        MongoCollection<BsonDocument> jobs,
        MongoCollection<BsonDocument> details,
        Duration batchTimeout) {

    private static final ClientSessionOptions SNAPSHOT =
            ClientSessionOptions.builder().snapshot(true).build();

    private static final int BATCH_SIZE = 1_000;

    /// Details may be some hundred kilobytes a job.
    private static final int DETAILS_BATCH_SIZE = 50;

    void read(Consumer<JobDescription> reader) {
        if (client.getClusterDescription().getType() == ClusterType.STANDALONE) {
            read(MongoCollection::find, reader);
        } else {
            try (var session = client.startSession(SNAPSHOT)) {
                read(in(session), reader);
            }
        }
    }

    private static Function<MongoCollection<BsonDocument>, FindIterable<BsonDocument>> in(
            ClientSession session) {
        return collection -> collection.find(session);
    }

    /// By tenant and name, which is the order of account, region and name; so are both collections.
    private void read(
            Function<MongoCollection<BsonDocument>, FindIterable<BsonDocument>> find,
            Consumer<JobDescription> reader) {
        var allJobs =
                find.apply(timed(jobs))
                        .sort(MongoIndex.BY_NAME.sort(SortOrder.ASCENDING))
                        .hintString(MongoIndex.BY_NAME.indexName())
                        .batchSize(BATCH_SIZE)
                        .timeoutMode(TimeoutMode.ITERATION);
        var allDetails =
                find.apply(timed(details))
                        .sort(Sorts.ascending(DetailsDocument.ID))
                        .hint(Indexes.ascending(DetailsDocument.ID))
                        .batchSize(DETAILS_BATCH_SIZE)
                        .timeoutMode(TimeoutMode.ITERATION);
        try (var cursor = allJobs.iterator();
                var detailsCursor = allDetails.iterator()) {
            var following = new FollowingDetails(detailsCursor);
            while (cursor.hasNext()) {
                var document = cursor.next();
                var job = JobDocument.job(document, JobDocument.scope(document));
                reader.accept(new JobDescription(job, following.of(job.id())));
            }
        }
    }

    private MongoCollection<BsonDocument> timed(MongoCollection<BsonDocument> collection) {
        return collection.withTimeout(batchTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Details in the order of their jobs, next to these.
    private static final class FollowingDetails {

        private final MongoCursor<BsonDocument> cursor;
        private Optional<BsonDocument> next;

        FollowingDetails(MongoCursor<BsonDocument> cursor) {
            this.cursor = cursor;
            this.next = advanced();
        }

        /// Those of the next job that is read. What comes before has no job in this snapshot.
        JobDetails of(ProcessingJobId job) {
            String id = DetailsDocument.id(job);
            while (next.filter(it -> DetailsDocument.id(it).compareTo(id) < 0).isPresent()) {
                next = advanced();
            }
            return next.filter(it -> DetailsDocument.id(it).equals(id))
                    .map(DetailsDocument::details)
                    .orElse(JobDetails.NONE);
        }

        private Optional<BsonDocument> advanced() {
            return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
        }
    }
}
