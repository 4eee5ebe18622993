package dev.rollcall.bench.pages;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.bench.RealisticJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.jdbc.PostgresStore;
import dev.rollcall.mongo.MongoStore;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The same realistic jobs in two scopes, in one of them with details.
final class FilledStore {

    /// Where the jobs have details.
    static final Scope DESCRIBED = Scope.of("210987654321", "us-east-1");

    private static final int BATCH = 1_000;

    private FilledStore() {}

    /// Fills a new store.
    ///
    /// @param storage `h2`, `postgres` or `mongo`
    /// @param where a directory, or the URL of the database
    static ProcessingJobStore open(String storage, String where, int count) {
        var store =
                switch (storage) {
                    case "h2" -> H2Store.open(Path.of(where));
                    case "postgres" -> PostgresStore.open(where, "postgres", "");
                    case "mongo" -> MongoStore.open(where);
                    default -> throw new IllegalArgumentException("no storage " + storage);
                };
        var record = new RecordProcessingJobs(store);
        record.inBulk(
                () -> {
                    write(count, JobDescription::new, record);
                    write(count / 5, FilledStore::described, record);
                });
        return store;
    }

    private static void write(
            int count, Function<ProcessingJob, JobDescription> form, RecordProcessingJobs record) {
        var jobs = new RealisticJobs(count);
        for (int from = 0; from < count; from += BATCH) {
            record.record(
                    jobs.jobs(from, Math.min(count, from + BATCH)).stream().map(form).toList(),
                    Instant.MAX);
        }
    }

    /// About two kilobytes of them.
    private static JobDescription described(ProcessingJob job) {
        var json = "{\"Name\":\"" + "a value of some length ".repeat(43) + "\"}";
        var detail = new JobDetail(job.lastModifiedTime(), json);
        return new JobDescription(
                new ProcessingJob(
                        new ProcessingJobArn(DESCRIBED, job.name()),
                        job.status(),
                        job.creationTime(),
                        job.lastModifiedTime(),
                        job.processingEndTime(),
                        job.exitMessage(),
                        job.failureReason()),
                new JobDetails(Map.of("AppSpecification", detail, "Environment", detail)));
    }

    /// The jobs that a store without any work would hand over.
    static List<ProcessingJob> ready(int count) {
        return new RealisticJobs(count).jobs(0, count);
    }
}
