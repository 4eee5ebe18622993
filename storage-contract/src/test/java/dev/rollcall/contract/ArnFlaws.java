package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.ReadingOne;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mistakes in reading one job.
final class ArnFlaws {

    private ArnFlaws() {}

    static List<Flaw> all() {
        return List.of(
                flaw(
                        "reads a job of any scope",
                        "a_job_that_is_not_there_is_not_read",
                        AnyScopeStore::new),
                flaw(
                        "takes the name in an ARN for the job's",
                        "a_job_is_read_by_its_arn_as_it_is_listed",
                        ByNameStore::new),
                flaw(
                        "reads the first of two jobs with one ARN",
                        "of_two_jobs_with_one_arn_the_one_whose_name_it_spells_is_read",
                        FirstStore::new),
                flaw(
                        "remembers each ARN that a job had",
                        "a_job_whose_arn_has_changed_is_read_by_the_new_one_alone",
                        RememberingStore::new),
                flaw(
                        "reads summaries",
                        "a_job_is_read_by_its_arn_as_it_is_listed",
                        SummaryStore::new));
    }

    private static Flaw flaw(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, ReadingOne.class, caughtBy, store);
    }

    private static final class AnyScopeStore extends FlawedStore {

        @Override
        public synchronized Optional<JobDescription> read(ProcessingJobId id) {
            return super.read(id).or(() -> named(id));
        }

        private Optional<JobDescription> named(ProcessingJobId id) {
            return all().stream().filter(it -> it.job().name().equals(id.name())).findFirst();
        }
    }

    private static final class ByNameStore extends FlawedStore {

        @Override
        public Optional<JobDescription> read(ProcessingJobArn arn) {
            return read(new ProcessingJobId(arn.scope(), arn.name()));
        }
    }

    private static final class FirstStore extends FlawedStore {

        @Override
        Optional<JobDescription> ofArn(List<JobDescription> all, ProcessingJobName name) {
            return all.stream().findFirst();
        }
    }

    private static final class RememberingStore extends FlawedStore {

        private final Map<ProcessingJobArn, ProcessingJobId> ids = new HashMap<>();

        @Override
        JobDescription written(JobDescription record) {
            ids.put(record.job().arn(), record.id());
            return record;
        }

        @Override
        public Optional<JobDescription> read(ProcessingJobArn arn) {
            return super.read(arn).or(() -> Optional.ofNullable(ids.get(arn)).flatMap(this::read));
        }
    }

    private static final class SummaryStore extends FlawedStore {

        @Override
        Optional<JobDescription> ofArn(List<JobDescription> all, ProcessingJobName name) {
            return super.ofArn(all, name).map(it -> new JobDescription(it.job()));
        }
    }
}
