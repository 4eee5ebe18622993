package dev.rollcall.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;

import dev.rollcall.domain.jobs.ProcessingJob;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.util.List;
import java.util.function.IntConsumer;

/// A batch of records that are written in one operation, though each one independently.
///
/// @param deadline when all of them must be written
/// @param changed is told how many records were new or newer, also of an operation that fails then
record Batch(MongoCollection<BsonDocument> collection, Deadline deadline, IntConsumer changed) {

    /// The largest number of records: some megabytes if they have the longest messages.
    static final int MAX_SIZE = 1_000;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /// Writes the records that are new or newer.
    ///
    /// A record for which no older one is found is inserted. If its identifier is taken, another
    /// writer may have inserted an older one meanwhile. So it is tried once more, as a replacement
    /// alone, because a job is never deleted.
    void upsert(List<ProcessingJob> jobs) {
        try {
            write(jobs, true);
        } catch (MongoBulkWriteException e) {
            List<ProcessingJob> taken =
                    e.getWriteErrors().stream()
                            .filter(Batch::hasTakenIdentifier)
                            .map(error -> jobs.get(error.getIndex()))
                            .toList();
            if (taken.size() < e.getWriteErrors().size() || e.getWriteConcernError() != null) {
                throw e;
            }
            write(taken, false);
        }
    }

    /// Without a majority nothing is acknowledged.
    private void write(List<ProcessingJob> jobs, boolean insert) {
        var options = new ReplaceOptions().hint(Indexes.ascending(JobDocument.ID)).upsert(insert);
        try {
            changed.accept(
                    written(
                            deadline.on(collection)
                                    .bulkWrite(
                                            jobs.stream()
                                                    .map(job -> replacement(job, options))
                                                    .toList(),
                                            UNORDERED)));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() == null) {
                changed.accept(written(e.getWriteResult()));
            }
            throw e;
        }
    }

    private static ReplaceOneModel<BsonDocument> replacement(
            ProcessingJob job, ReplaceOptions options) {
        return new ReplaceOneModel<>(superseded(job), JobDocument.of(job), options);
    }

    /// The stored record that this one supersedes. That is the domain's rule
    /// ([ProcessingJob#supersedes]); it is repeated here because the server must decide it together
    /// with the write. Tenant and name follow from the identifier, but a router needs them, if the
    /// collection is sharded by them.
    private static Bson superseded(ProcessingJob job) {
        return Filters.and(
                Filters.eq(JobDocument.ID, JobDocument.id(job.scope(), job.name())),
                Filters.eq(JobDocument.TENANT, JobDocument.tenant(job.scope())),
                Filters.eq(JobDocument.NAME, job.name().value()),
                Filters.lt(JobDocument.MODIFIED, job.lastModifiedTime().toEpochMilli()));
    }

    private static boolean hasTakenIdentifier(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static int written(BulkWriteResult result) {
        return result.getUpserts().size() + result.getMatchedCount();
    }
}
