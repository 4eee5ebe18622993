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

/// Records that are written together, each on its own.
///
/// @param deadline when all of them must be written
record Batch(MongoCollection<BsonDocument> collection, Deadline deadline) {

    /// How many records at the most: some megabytes if they have the longest messages.
    static final int MAX_SIZE = 1_000;

    private static final BulkWriteOptions EACH_ON_ITS_OWN = new BulkWriteOptions().ordered(false);

    /// Writes the records that are new or newer, and returns how many those are.
    ///
    /// A record for which no older one is found is inserted. If its identifier is taken, it may be
    /// that by now an older one is there, which another writer brought; so it is tried once more,
    /// this time on what is there, for no job ever goes away.
    int upsert(List<ProcessingJob> jobs) {
        try {
            return kept(write(jobs, true));
        } catch (MongoBulkWriteException e) {
            List<ProcessingJob> taken =
                    e.getWriteErrors().stream()
                            .filter(Batch::isOfATakenIdentifier)
                            .map(error -> jobs.get(error.getIndex()))
                            .toList();
            if (taken.size() < e.getWriteErrors().size() || e.getWriteConcernError() != null) {
                throw e;
            }
            return kept(e.getWriteResult()) + kept(write(taken, false));
        }
    }

    private BulkWriteResult write(List<ProcessingJob> jobs, boolean insert) {
        var options = new ReplaceOptions().hint(Indexes.ascending(JobDocument.ID)).upsert(insert);
        return deadline.on(collection)
                .bulkWrite(
                        jobs.stream().map(job -> replacement(job, options)).toList(),
                        EACH_ON_ITS_OWN);
    }

    private static ReplaceOneModel<BsonDocument> replacement(
            ProcessingJob job, ReplaceOptions options) {
        return new ReplaceOneModel<>(superseded(job), JobDocument.of(job), options);
    }

    /// The record that this one supersedes. Tenant and name say nothing more than the identifier
    /// does; they say it to a router, if the collection is sharded by them.
    private static Bson superseded(ProcessingJob job) {
        return Filters.and(
                Filters.eq(JobDocument.ID, JobDocument.id(job.scope(), job.name())),
                Filters.eq(JobDocument.TENANT, JobDocument.tenant(job.scope())),
                Filters.eq(JobDocument.NAME, job.name().value()),
                Filters.lt(JobDocument.MODIFIED, job.lastModifiedTime().toEpochMilli()));
    }

    private static boolean isOfATakenIdentifier(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static int kept(BulkWriteResult result) {
        return result.getUpserts().size() + result.getMatchedCount();
    }
}
