package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.Deletion;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The mistakes of a store that deletes without care.
final class DeletionFlaws {

    private DeletionFlaws() {}

    static List<Flaw> all() {
        return List.of(
                new Flaw(
                        "deletes nothing",
                        Deletion.class,
                        "a_job_that_is_not_there_can_be_deleted_again_and_again",
                        IdleStore::new),
                new Flaw(
                        "leaves the details of a deleted job to the next one",
                        Deletion.class,
                        "a_job_of_the_same_name_has_nothing_of_the_deleted_one",
                        InheritingStore::new),
                new Flaw(
                        "deletes whatever differs in case alone",
                        Deletion.class,
                        "jobs_of_other_names_and_scopes_remain",
                        CarelessStore::new));
    }

    private static final class IdleStore extends FlawedStore {

        @Override
        public synchronized void delete(ProcessingJobId id) {}
    }

    private static final class InheritingStore extends FlawedStore {

        private final Map<ProcessingJobId, JobDetails> left = new HashMap<>();

        @Override
        public synchronized void delete(ProcessingJobId id) {
            read(id).ifPresent(it -> left.put(id, it.details()));
            super.delete(id);
        }

        @Override
        JobDescription written(JobDescription record) {
            return new JobDescription(
                    record.job(), left.getOrDefault(record.id(), record.details()));
        }
    }

    private static final class CarelessStore extends FlawedStore {

        @Override
        public synchronized void delete(ProcessingJobId id) {
            super.delete(id);
            var name = id.name().value();
            for (String other : List.of(name.toUpperCase(Locale.ROOT), "One")) {
                super.delete(new ProcessingJobId(id.scope(), new ProcessingJobName(other)));
            }
        }
    }
}
