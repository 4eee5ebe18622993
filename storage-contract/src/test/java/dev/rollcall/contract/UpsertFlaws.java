package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Newest;
import dev.rollcall.contract.ProcessingJobStoreContract.Upserts;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Mistakes in storing records.
final class UpsertFlaws {

    private UpsertFlaws() {}

    static List<Flaw> all() {
        return List.of(
                newest(
                        "lets the last record win",
                        "an_older_record_changes_nothing",
                        () -> merging((next, _) -> next)),
                newest(
                        "lets the last of two records that tie win",
                        "of_two_records_that_tie_the_same_one_wins_whichever_came_first",
                        () ->
                                merging(
                                        (next, known) ->
                                                hasTime(known, next) ? next : newer(known, next))),
                newest(
                        "lets the first of two records that tie win",
                        "of_two_records_that_tie_the_same_one_wins_whichever_came_first",
                        () ->
                                merging(
                                        (next, known) ->
                                                hasTime(known, next) ? known : newer(known, next))),
                newest(
                        "takes a job that has ended for one that runs",
                        "of_two_records_with_the_same_time_one_that_ended_replaces_one_that_has_not",
                        () ->
                                merging(
                                        (next, known) ->
                                                hasTime(known, next) ? known : newer(known, next))),
                newest(
                        "never replaces a record",
                        "a_newer_record_replaces_the_whole_of_an_older_one",
                        () -> merging((_, known) -> known)),
                newest(
                        "mixes records",
                        "a_newer_record_may_have_fewer_members_than_an_older_one",
                        MixingStore::new),
                newest(
                        "counts records that it did not store",
                        "the_count_is_how_many_records_of_a_batch_were_stored",
                        CountingAllStore::new),
                newest(
                        "leaves the ARN as the first record spelled it",
                        "the_newest_record_says_how_the_arn_is_spelled",
                        FirstArnStore::new),
                upsert(
                        "derives the ARN from the name",
                        "an_arn_is_listed_as_it_came_in_whatever_case",
                        () -> writing(job -> withArn(job, job.name()))),
                upsert(
                        "takes the ARN for the job's identity",
                        "names_that_differ_in_case_are_two_jobs_even_if_their_arns_are_one",
                        ByArnStore::new),
                upsert(
                        "truncates messages at 1024 UTF-16 units",
                        "every_message_is_listed_to_its_last_code_point",
                        () -> writing(UpsertFlaws::withATruncatedMessage)),
                upsert(
                        "drops an empty message",
                        "every_message_is_listed_to_its_last_code_point",
                        () -> writing(UpsertFlaws::withoutAnEmptyMessage)),
                upsert(
                        "stores seconds only",
                        "every_member_is_listed_as_it_was_stored",
                        () -> writing(UpsertFlaws::inSeconds)));
    }

    private static Flaw newest(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Newest.class, caughtBy, store);
    }

    private static Flaw upsert(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Upserts.class, caughtBy, store);
    }

    private static ProcessingJobStore merging(BinaryOperator<JobDescription> wrong) {
        return new FlawedStore() {
            @Override
            JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
                return wrong.apply(next, known);
            }
        };
    }

    private static JobDescription newer(JobDescription known, JobDescription next) {
        return known.merge(next, Instant.MAX);
    }

    private static boolean hasTime(JobDescription known, JobDescription next) {
        return known.job().lastModifiedTime().equals(next.job().lastModifiedTime());
    }

    private static ProcessingJobStore writing(UnaryOperator<ProcessingJob> wrong) {
        return new FlawedStore() {
            @Override
            JobDescription written(JobDescription record) {
                return new JobDescription(wrong.apply(record.job()), record.details());
            }
        };
    }

    private static ProcessingJob withATruncatedMessage(ProcessingJob job) {
        return withExitMessage(
                job,
                job.exitMessage()
                        .map(JobMessage::text)
                        .map(text -> text.substring(0, Math.min(text.length(), 1024)))
                        .map(JobMessage::new));
    }

    private static ProcessingJob withoutAnEmptyMessage(ProcessingJob job) {
        return withExitMessage(job, job.exitMessage().filter(m -> !m.text().isEmpty()));
    }

    private static ProcessingJob withExitMessage(ProcessingJob job, Optional<JobMessage> message) {
        return new ProcessingJob(
                job.name(),
                job.arn(),
                job.status(),
                job.creationTime(),
                job.lastModifiedTime(),
                job.processingEndTime(),
                message,
                job.failureReason());
    }

    private static ProcessingJob withArn(ProcessingJob job, ProcessingJobName spelled) {
        return new ProcessingJob(
                job.name(),
                new ProcessingJobArn(job.scope(), spelled),
                job.status(),
                job.creationTime(),
                job.lastModifiedTime(),
                job.processingEndTime(),
                job.exitMessage(),
                job.failureReason());
    }

    private static ProcessingJob inSeconds(ProcessingJob job) {
        return new ProcessingJob(
                job.name(),
                job.arn(),
                job.status(),
                job.creationTime().truncatedTo(ChronoUnit.SECONDS),
                job.lastModifiedTime(),
                job.processingEndTime(),
                job.exitMessage(),
                job.failureReason());
    }

    private static final class MixingStore extends FlawedStore {

        @Override
        JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
            var merged = known.merge(next, horizon);
            var message = merged.job().exitMessage().or(known.job()::exitMessage);
            return new JobDescription(withExitMessage(merged.job(), message), merged.details());
        }
    }

    private static final class FirstArnStore extends FlawedStore {

        @Override
        JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
            var merged = known.merge(next, horizon);
            return new JobDescription(
                    withArn(merged.job(), known.job().arn().name()), merged.details());
        }
    }

    private static final class ByArnStore extends FlawedStore {

        @Override
        ProcessingJobId identity(ProcessingJob job) {
            return new ProcessingJobId(job.scope(), job.arn().name());
        }
    }

    private static final class CountingAllStore extends FlawedStore {

        @Override
        int count(int changed, List<JobDescription> batch) {
            return batch.size();
        }
    }
}
