package dev.rollcall.contract;

import dev.rollcall.contract.FlawedStoresTest.Flaw;
import dev.rollcall.contract.ProcessingJobStoreContract.ReadingAll;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Mistakes in reading all jobs.
final class ReadingFlaws {

    private static final String ALL =
            "every_job_is_read_once_in_the_order_of_account_region_and_name";
    private static final String MANY = "more_jobs_than_a_store_fetches_at_a_time_are_read";
    private static final String SNAPSHOT = "what_the_reader_stores_meanwhile_is_not_read";
    private static final String CONCURRENT = "what_another_thread_stores_meanwhile_is_not_read";
    private static final String THROWS = "an_exception_of_the_reader_ends_its_reading_and_no_other";

    private ReadingFlaws() {}

    static List<Flaw> all() {
        return List.of(
                handing("leaves a scope out", ALL, ReadingFlaws::theFirstScope),
                handing("reads the last job twice", ALL, ReadingFlaws::theLastTwice),
                handing("reads in the order of names", ALL, ReadingFlaws::byName),
                handing(
                        "reads no more than a thousand jobs",
                        MANY,
                        jobs -> jobs.stream().limit(1_000)),
                reading("reads each job from its own snapshot", SNAPSHOT, JobByJobStore::new),
                reading(
                        "reads each scope from its own snapshot",
                        CONCURRENT,
                        ScopeByScopeStore::new),
                reading("continues after its reader threw", THROWS, IgnoringStore::new),
                reading("is unusable after its reader threw", THROWS, BrokenStore::new));
    }

    private static Flaw reading(String name, String caughtBy, Flaw.Source store) {
        return new Flaw(name, ReadingAll.class, caughtBy, store);
    }

    private static Flaw handing(
            String name,
            String caughtBy,
            Function<List<JobDescription>, Stream<JobDescription>> wrongly) {
        return reading(
                name,
                caughtBy,
                () ->
                        new FlawedStore() {
                            @Override
                            void handOver(
                                    List<JobDescription> all, Consumer<JobDescription> reader) {
                                wrongly.apply(all).forEach(reader);
                            }
                        });
    }

    private static Stream<JobDescription> theFirstScope(List<JobDescription> all) {
        return all.stream().filter(it -> isIn(all.getFirst().job().scope(), it));
    }

    private static boolean isIn(Scope scope, JobDescription description) {
        return description.job().scope().equals(scope);
    }

    private static Stream<JobDescription> theLastTwice(List<JobDescription> all) {
        return Stream.concat(all.stream(), all.reversed().stream().limit(1));
    }

    private static Stream<JobDescription> byName(List<JobDescription> all) {
        return all.stream().sorted(Comparator.comparing(it -> it.job().name()));
    }

    private static final class JobByJobStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            for (int i = 0; i < all().size(); i++) {
                reader.accept(all().get(i));
            }
        }
    }

    private static final class ScopeByScopeStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            snapshot.stream()
                    .map(it -> it.job().scope())
                    .distinct()
                    .flatMap(scope -> all().stream().filter(it -> isIn(scope, it)))
                    .forEach(reader);
        }
    }

    private static final class IgnoringStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            for (JobDescription job : snapshot) {
                try {
                    reader.accept(job);
                } catch (IllegalStateException _) {
                    // This is the flaw.
                }
            }
        }
    }

    private static final class BrokenStore extends FlawedStore {

        @Override
        void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
            try {
                snapshot.forEach(reader);
            } catch (IllegalStateException e) {
                close();
                throw e;
            }
        }
    }
}
