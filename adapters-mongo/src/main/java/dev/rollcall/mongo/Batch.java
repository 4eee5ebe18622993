package dev.rollcall.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// A batch of records that are written together, though each one independently: first the jobs,
/// then their details. If that breaks off between the two, there are jobs without details, which
/// were not acknowledged. There are details without a job only if it was deleted between the two.
///
/// @param deadline when all of them must be written
/// @param horizon see [JobDescription#merge]
/// @param changed is told how many records changed something, and of an operation that fails how
///   many jobs it had written
record Batch(
        MongoCollection<BsonDocument> jobs,
        MongoCollection<BsonDocument> details,
        Deadline deadline,
        Instant horizon,
        IntConsumer changed) {

    /// The largest number of records: some megabytes if they have the longest messages.
    static final int MAX_SIZE = 1_000;

    /// Of how many jobs the stored details are held at a time.
    private static final int HELD_DETAILS = 50;

    /// The order in which [MergingWrites] writes.
    static final Comparator<JobDescription> BY_IDENTIFIER =
            Comparator.comparing(record -> JobDocument.id(record.job()));

    /// Inserts the records of new jobs, and merges the others with what is stored.
    void upsert(List<JobDescription> records) {
        SortedMap<String, ProcessingJob> summaries = new TreeMap<>();
        SortedMap<String, JobDescription> described = new TreeMap<>();
        for (JobDescription record : records) {
            summaries.put(JobDocument.id(record.job()), record.job());
            if (!record.details().isEmpty()) {
                described.put(DetailsDocument.id(record.id()), record);
            }
        }
        var changedJobs = write(summaries);
        var changedDetails =
                described.isEmpty()
                        ? Set.<String>of()
                        : new MergingWrites<>(details, deadline, new Details(horizon), described)
                                .write();
        changed.accept(
                (int)
                        records.stream()
                                .filter(
                                        it ->
                                                changedJobs.contains(JobDocument.id(it.job()))
                                                        || changedDetails.contains(
                                                                DetailsDocument.id(it.id())))
                                .count());
    }

    private Set<String> write(SortedMap<String, ProcessingJob> summaries) {
        var writes = new MergingWrites<>(jobs, deadline, new Summaries(horizon), summaries);
        try {
            return writes.write();
        } catch (MongoException e) {
            changed.accept(writes.acknowledged());
            throw e;
        }
    }

    private record Summaries(Instant horizon) implements MergingWrites.Documents<ProcessingJob> {

        @Override
        public int held() {
            return MAX_SIZE;
        }

        @Override
        public Bson identified(Collection<ProcessingJob> jobs) {
            return JobDocument.identified(jobs.stream().map(ProcessingJob::id).toList());
        }

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
        public int held() {
            return HELD_DETAILS;
        }

        @Override
        public Bson identified(Collection<JobDescription> records) {
            return Filters.in(
                    DetailsDocument.ID,
                    records.stream().map(it -> DetailsDocument.id(it.id())).toList());
        }

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
