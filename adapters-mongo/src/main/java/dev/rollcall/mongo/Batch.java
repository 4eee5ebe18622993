package dev.rollcall.mongo;

import com.mongodb.client.MongoCollection;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A batch of records that are written together, though each one independently: first the jobs,
/// then their details. If that breaks off between the two, there are jobs without details, which
/// were not acknowledged; there are never details without a job.
///
/// @param deadline when all of them must be written
/// @param horizon see [JobDescription#merge]
record Batch(
        MongoCollection<BsonDocument> jobs,
        MongoCollection<BsonDocument> details,
        Deadline deadline,
        Instant horizon) {

    /// The largest number of records: some megabytes if they have the longest messages.
    static final int MAX_SIZE = 1_000;

    /// Two writers of the same jobs lock them in this order, and so cannot wait for each other.
    static final Comparator<JobDescription> IN_ORDER_OF_LOCKS =
            Comparator.comparing(record -> JobDocument.id(record.job()));

    /// Inserts the records of new jobs, and merges the others with what is stored.
    ///
    /// @param records in order
    /// @return how many changed something
    int upsert(List<JobDescription> records) {
        Map<String, ProcessingJob> summaries = new LinkedHashMap<>();
        Map<String, JobDescription> described = new LinkedHashMap<>();
        for (JobDescription record : records) {
            summaries.put(JobDocument.id(record.job()), record.job());
            if (!record.details().isEmpty()) {
                described.put(DetailsDocument.id(record.id()), record);
            }
        }
        var changedJobs =
                new MergingWrites<>(jobs, deadline, new Summaries(horizon)).write(summaries);
        var changedDetails =
                described.isEmpty()
                        ? Set.<String>of()
                        : new MergingWrites<>(details, deadline, new Details(horizon))
                                .write(described);
        return (int)
                records.stream()
                        .filter(
                                it ->
                                        changedJobs.contains(JobDocument.id(it.job()))
                                                || changedDetails.contains(
                                                        DetailsDocument.id(it.id())))
                        .count();
    }

    private record Summaries(Instant horizon) implements MergingWrites.Documents<ProcessingJob> {

        @Override
        public BsonDocument document(ProcessingJob job) {
            return JobDocument.of(job);
        }

        @Override
        public Optional<BsonDocument> merged(BsonDocument read, ProcessingJob job) {
            var known = new JobDescription(JobDocument.job(read, job.scope()));
            var merged = known.merge(new JobDescription(job), horizon);
            return Optional.of(merged.job())
                    .filter(it -> !it.equals(known.job()))
                    .map(JobDocument::of);
        }

        @Override
        public Bson unchanged(BsonDocument read) {
            return JobDocument.unchanged(read);
        }
    }

    private record Details(Instant horizon) implements MergingWrites.Documents<JobDescription> {

        @Override
        public BsonDocument document(JobDescription record) {
            return DetailsDocument.of(record.id(), record.details());
        }

        @Override
        public Optional<BsonDocument> merged(BsonDocument read, JobDescription record) {
            JobDetails known = DetailsDocument.details(read);
            return Optional.of(known.merge(record.details(), horizon))
                    .filter(it -> !it.equals(known))
                    .map(it -> DetailsDocument.replacing(read, it));
        }

        @Override
        public Bson unchanged(BsonDocument read) {
            return DetailsDocument.unchanged(read);
        }
    }
}
