package dev.rollcall.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.listings.SortOrder;

import org.bson.BsonDocument;

import java.util.List;
import java.util.Optional;

/// Reads all that is stored of one job.
///
/// @param deadline when it must be read
record JobReader(
        MongoCollection<BsonDocument> jobs,
        MongoCollection<BsonDocument> details,
        Deadline deadline) {

    Optional<JobDescription> read(ProcessingJobId id) {
        return job(id).map(this::described);
    }

    /// The job whose ARN spells its name so: as the job itself spells it, or in another way.
    Optional<JobDescription> read(ProcessingJobArn arn) {
        return job(new ProcessingJobId(arn.scope(), arn.name()))
                .filter(it -> it.nameInArn().isEmpty())
                .or(() -> jobByArn(arn))
                .map(this::described);
    }

    private Optional<ProcessingJob> job(ProcessingJobId id) {
        var found =
                deadline.on(jobs)
                        .find(JobDocument.identified(List.of(id)))
                        .hint(MergingWrites.BY_ID)
                        .first();
        return Optional.ofNullable(found).map(it -> JobDocument.job(it, id.scope()));
    }

    private Optional<ProcessingJob> jobByArn(ProcessingJobArn arn) {
        var index = MongoIndex.BY_NAME_IN_ARN;
        var found =
                deadline.on(jobs)
                        .find(
                                Filters.and(
                                        Filters.eq(
                                                JobDocument.TENANT,
                                                JobDocument.tenant(arn.scope())),
                                        Filters.eq(JobDocument.NAME_IN_ARN, arn.name().value())))
                        .hintString(index.indexName())
                        .sort(index.sort(SortOrder.ASCENDING))
                        .limit(1)
                        .first();
        return Optional.ofNullable(found).map(it -> JobDocument.job(it, arn.scope()));
    }

    private JobDescription described(ProcessingJob job) {
        var found =
                deadline.on(details)
                        .find(Filters.eq(DetailsDocument.ID, DetailsDocument.id(job.id())))
                        .first();
        return new JobDescription(
                job,
                Optional.ofNullable(found).map(DetailsDocument::details).orElse(JobDetails.NONE));
    }
}
