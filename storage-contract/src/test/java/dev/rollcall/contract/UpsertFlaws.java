package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Keeping;
import dev.rollcall.contract.ProcessingJobStoreContract.Newest;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/// The mistakes of a store that keeps without care.
final class UpsertFlaws {

    private UpsertFlaws() {}

    static List<Flaw> all() {
        return List.of(
                newest(
                        "lets the last record win",
                        "an_older_record_changes_nothing",
                        () -> replacing((_, _) -> true)),
                newest(
                        "lets a record of the same moment win",
                        "of_two_records_of_the_same_moment_the_first_stays",
                        () ->
                                replacing(
                                        (next, known) ->
                                                !known.lastModifiedTime()
                                                        .isAfter(next.lastModifiedTime()))),
                newest(
                        "keeps the first record for ever",
                        "a_newer_record_replaces_the_whole_of_an_older_one",
                        () -> replacing((_, _) -> false)),
                newest(
                        "mixes records",
                        "a_newer_record_may_drop_what_an_older_one_had",
                        MixingStore::new),
                newest(
                        "counts what it did not keep",
                        "the_count_tells_how_many_of_a_batch_were_kept",
                        CountingAllStore::new),
                keeping(
                        "cuts messages at 1024 UTF-16 units",
                        "every_message_comes_back_to_the_last_code_point",
                        () -> writing(UpsertFlaws::withACutMessage)),
                keeping(
                        "takes an empty message for none",
                        "every_message_comes_back_to_the_last_code_point",
                        () -> writing(UpsertFlaws::withoutAnEmptyMessage)),
                keeping(
                        "keeps seconds only",
                        "every_member_comes_back_as_it_was",
                        () -> writing(UpsertFlaws::inSeconds)));
    }

    private static Flaw newest(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Newest.class, caughtBy, store);
    }

    private static Flaw keeping(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Keeping.class, caughtBy, store);
    }

    private static ProcessingJobStore replacing(BiPredicate<ProcessingJob, ProcessingJob> wrongly) {
        return new FlawedStore() {
            @Override
            boolean replaces(ProcessingJob next, ProcessingJob known) {
                return wrongly.test(next, known);
            }
        };
    }

    private static ProcessingJobStore writing(UnaryOperator<ProcessingJob> wrongly) {
        return new FlawedStore() {
            @Override
            ProcessingJob written(ProcessingJob job) {
                return wrongly.apply(job);
            }
        };
    }

    private static ProcessingJob withACutMessage(ProcessingJob job) {
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
                job.arn(),
                job.status(),
                job.creationTime(),
                job.lastModifiedTime(),
                job.processingEndTime(),
                message,
                job.failureReason());
    }

    private static ProcessingJob inSeconds(ProcessingJob job) {
        return new ProcessingJob(
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

    private static final class CountingAllStore extends FlawedStore {

        @Override
        int count(int kept, List<ProcessingJob> batch) {
            return batch.size();
        }
    }
}
