package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Details;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Mistakes in storing the details of a job.
final class DetailFlaws {

    private static final String AS_STORED = "details_are_read_as_they_were_stored";
    private static final String COMPLETE = "details_complete_a_summary_whichever_is_newer";

    private DetailFlaws() {}

    static List<Flaw> all() {
        return List.of(
                flaw("drops details", AS_STORED, () -> writing(_ -> "dropped")),
                flaw("drops a value without text", AS_STORED, () -> writing(DetailFlaws::padded)),
                flaw(
                        "truncates details",
                        "details_of_the_greatest_size_are_stored",
                        () -> writing(text -> text.substring(0, Math.min(text.length(), 32_768)))),
                flaw(
                        "keeps no version before 1970",
                        "a_version_of_any_year_is_kept",
                        RecentVersionsStore::new),
                flaw("takes no details of an older record", COMPLETE, OnlyNewerStore::new),
                flaw("does not count details", COMPLETE, SummaryCountingStore::new),
                flaw(
                        "replaces all details by those of a newer record",
                        "of_each_member_the_latest_version_is_kept",
                        WholeDetailsStore::new),
                flaw(
                        "forgets details when a newer summary comes",
                        "a_newer_summary_leaves_the_details",
                        WholeDetailsStore::new),
                flaw(
                        "exports summaries only",
                        "details_of_many_jobs_in_many_scopes_are_read",
                        SummariesStore::new),
                flaw(
                        "takes no details in a bulk",
                        "details_are_stored_in_a_bulk",
                        SummaryBulkStore::new),
                flaw(
                        "reads details from no snapshot",
                        "what_is_stored_during_a_reading_of_all_is_not_read",
                        CurrentDetailsStore::new));
    }

    private static Flaw flaw(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, Details.class, caughtBy, store);
    }

    private static String padded(String text) {
        return text.isEmpty() ? " " : text;
    }

    private static FlawedStore writing(UnaryOperator<String> wrong) {
        return new FlawedStore() {
            @Override
            JobDescription written(JobDescription record) {
                Map<String, JobDetail> members = new HashMap<>(record.details().members());
                members.replaceAll((_, it) -> new JobDetail(it.version(), wrong.apply(it.json())));
                return new JobDescription(record.job(), new JobDetails(members));
            }
        };
    }

    private static final class RecentVersionsStore extends FlawedStore {

        @Override
        JobDescription written(JobDescription record) {
            Map<String, JobDetail> members = new HashMap<>(record.details().members());
            members.replaceAll((_, it) -> new JobDetail(since1970(it.version()), it.json()));
            return new JobDescription(record.job(), new JobDetails(members));
        }
    }

    private static Instant since1970(Instant time) {
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }

    private static final class OnlyNewerStore extends FlawedStore {

        @Override
        JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
            return next.job().lastModifiedTime().isBefore(known.job().lastModifiedTime())
                    ? known
                    : known.merge(next, horizon);
        }
    }

    private static final class SummaryCountingStore extends FlawedStore {

        @Override
        public synchronized int upsert(List<JobDescription> batch, Instant horizon) {
            var before = all().stream().map(JobDescription::job).toList();
            super.upsert(batch, horizon);
            return (int)
                    all().stream()
                            .map(JobDescription::job)
                            .filter(it -> !before.contains(it))
                            .count();
        }
    }

    private static final class WholeDetailsStore extends FlawedStore {

        @Override
        JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
            var merged = known.merge(next, horizon);
            return new JobDescription(
                    merged.job(),
                    merged.job().equals(known.job()) ? merged.details() : next.details());
        }
    }

    private static final class SummariesStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            snapshot.forEach(it -> reader.accept(new JobDescription(it.job())));
        }
    }

    private static final class SummaryBulkStore extends FlawedStore {

        private boolean inBulk;

        @Override
        public void inBulk(Runnable work) {
            inBulk = true;
            work.run();
            inBulk = false;
        }

        @Override
        JobDescription written(JobDescription record) {
            return inBulk ? new JobDescription(record.job()) : record;
        }
    }

    private static final class CurrentDetailsStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            for (JobDescription it : snapshot) {
                var now = read(it.id()).orElse(it);
                reader.accept(new JobDescription(it.job(), now.details()));
            }
        }
    }
}
