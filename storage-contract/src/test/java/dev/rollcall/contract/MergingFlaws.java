package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Merging;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.Instant;
import java.util.List;

/// Mistakes in what several records of one job say together.
final class MergingFlaws {

    private static final String HISTORIES =
            "histories_in_any_order_leave_what_the_ordered_ones_say";

    private MergingFlaws() {}

    static List<Flaw> all() {
        return List.of(
                flaw(
                        "takes the creation time of the newest record, cut or not",
                        "a_time_cut_to_seconds_never_replaces_a_finer_one",
                        (known, next, _) -> whole(next, known)),
                flaw(
                        "looks at no older record",
                        "an_older_record_may_bring_a_finer_time",
                        (known, next, horizon) ->
                                isOlder(next, known) ? known : known.merge(next, horizon)),
                flaw(
                        "keeps a record from a far future",
                        "a_record_from_beyond_the_horizon_is_replaced_by_any_other",
                        (known, next, _) -> known.merge(next, Instant.MAX)),
                flaw(
                        "keeps a detail from a far future",
                        "a_detail_from_beyond_the_horizon_is_replaced_by_any_other",
                        (known, next, horizon) ->
                                new JobDescription(
                                        known.merge(next, horizon).job(),
                                        known.merge(next, Instant.MAX).details())),
                flaw(
                        "takes each record for the newest",
                        HISTORIES,
                        (known, next, horizon) ->
                                new JobDescription(
                                        next.job(), known.merge(next, horizon).details())),
                flaw(
                        "forgets details when a newer summary comes",
                        HISTORIES,
                        (known, next, horizon) ->
                                isOlder(next, known)
                                        ? known.merge(next, horizon)
                                        : new JobDescription(
                                                known.merge(next, horizon).job(), next.details())));
    }

    private static JobDescription whole(JobDescription next, JobDescription known) {
        ProcessingJob newest = isOlder(next, known) ? known.job() : next.job();
        return new JobDescription(newest, JobDetails.NONE);
    }

    private static boolean isOlder(JobDescription one, JobDescription other) {
        return one.job().lastModifiedTime().isBefore(other.job().lastModifiedTime());
    }

    @FunctionalInterface
    private interface Rule {

        JobDescription merged(JobDescription known, JobDescription next, Instant horizon);
    }

    private static Flaw flaw(String name, String caughtBy, Rule wrong) {
        return new Flaw(
                name,
                Merging.class,
                caughtBy,
                () ->
                        new FlawedStore() {
                            @Override
                            JobDescription rewritten(
                                    JobDescription next, JobDescription known, Instant horizon) {
                                return wrong.merged(known, next, horizon);
                            }
                        });
    }
}
