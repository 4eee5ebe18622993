package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.application.plan.IndexedJobs;
import dev.rollcall.application.plan.LateModification;
import dev.rollcall.application.plan.Search;
import dev.rollcall.application.plan.Stretch;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.Slice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A store in memory whose listings are found by the plan of a [Search], on indexes made for each.
final class SearchedStore implements ProcessingJobStore {

    private final ReferenceStore reference = new ReferenceStore();

    static final class Factory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return new SearchedStore();
        }
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        var wholeScope =
                new Selection(
                        List.of(new Criterion.InScope(selection.scope())),
                        selection.ordering(),
                        Integer.MAX_VALUE);
        var inOrder = reference.find(wholeScope, Walk.AMPLE).jobs();
        return Search.slice(selection, budget, new Indexes(inOrder));
    }

    @Override
    public int keep(List<ProcessingJob> batch) {
        return reference.keep(batch);
    }

    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        reference.readAll(reader);
    }

    @Override
    public void close() {
        reference.close();
    }

    /// @param jobs all of the scope, in the order of the listing
    private record Indexes(List<ProcessingJob> jobs) implements IndexedJobs {

        @Override
        public Walked walk(Stretch stretch, Selection selection, int rows) {
            List<ProcessingJobName> names = new ArrayList<>();
            int examined = 0;
            for (ProcessingJob job : between(stretch)) {
                examined++;
                if (stretch.matches(job)) {
                    names.add(job.name());
                }
                if (names.size() == selection.limit()) {
                    break;
                }
                if (examined == rows) {
                    Position place = selection.ordering().positionOf(job);
                    return new Walked(names, examined, Optional.of(place));
                }
            }
            return new Walked(names, examined, Optional.empty());
        }

        @Override
        public List<ProcessingJob> all(List<Stretch> stretches, Selection selection) {
            return stretches.stream()
                    .flatMap(stretch -> between(stretch).stream().filter(stretch::matches))
                    .toList();
        }

        @Override
        public OptionalInt count(Stretch stretch, int most) {
            int entries = between(stretch).size();
            return entries > most ? OptionalInt.empty() : OptionalInt.of(entries);
        }

        @Override
        public List<ProcessingJobName> fetch(List<Stretch> stretches, Selection selection) {
            return selection.from(all(stretches, selection)).stream()
                    .map(ProcessingJob::name)
                    .toList();
        }

        @Override
        public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
            Map<ProcessingJobName, ProcessingJob> byName =
                    jobs.stream().collect(Collectors.toMap(ProcessingJob::name, job -> job));
            return names.stream().map(byName::get).toList();
        }

        private List<ProcessingJob> between(Stretch stretch) {
            return jobs.stream().filter(job -> holds(stretch, job)).toList();
        }

        private static boolean holds(Stretch stretch, ProcessingJob job) {
            return stretch.bounds().stream().allMatch(criterion -> criterion.matches(job))
                    && (!stretch.index().isOfLateJobs() || LateModification.of(job));
        }
    }
}
