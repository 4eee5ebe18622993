package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Newest;
import dev.rollcall.contract.ProcessingJobStoreContract.Upserts;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// Mistakes in storing records.
final class UpsertFlaws {

    private UpsertFlaws() {}

    static List<Flaw> all() {
        return List.of(
                newest(
                        "lets the last record win",
                        "an_older_record_changes_nothing",
                        () -> replacing((_, _) -> true)),
                newest(
                        "lets the later of two records with the same time win",
                        "of_two_records_with_the_same_time_the_first_wins",
                        () ->
                                replacing(
                                        (next, known) ->
                                                !known.lastModifiedTime()
                                                        .isAfter(next.lastModifiedTime()))),
                newest(
                        "never replaces a record",
                        "a_newer_record_replaces_the_whole_of_an_older_one",
                        () -> replacing((_, _) -> false)),
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

    private static ProcessingJobStore replacing(BiPredicate<ProcessingJob, ProcessingJob> wrong) {
        return new FlawedStore() {
            @Override
            boolean replaces(ProcessingJob next, ProcessingJob known) {
                return wrong.test(next, known);
            }
        };
    }

    private static ProcessingJobStore writing(UnaryOperator<ProcessingJob> wrong) {
        return new FlawedStore() {
            @Override
            ProcessingJob written(ProcessingJob job) {
                return wrong.apply(job);
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
        ProcessingJob rewritten(ProcessingJob next, ProcessingJob known) {
            return withExitMessage(next, next.exitMessage().or(known::exitMessage));
        }
    }

    private static final class FirstArnStore extends FlawedStore {

        @Override
        ProcessingJob rewritten(ProcessingJob next, ProcessingJob known) {
            return withArn(next, known.arn().name());
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
        int count(int stored, List<ProcessingJob> batch) {
            return batch.size();
        }
    }
}
