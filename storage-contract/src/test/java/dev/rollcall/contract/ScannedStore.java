package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.BoundedScan;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.LateModification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A store in memory whose listings are found by the plan of a [BoundedScan], on indexes made for
/// each.
final class ScannedStore implements ProcessingJobStore {

    private final ReferenceStore reference = new ReferenceStore();

    static final class Factory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return new ScannedStore();
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
        return BoundedScan.slice(selection, budget, new Indexes(inOrder));
    }

    @Override
    public int upsert(List<ProcessingJob> batch) {
        return reference.upsert(batch);
    }

    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        reference.readAll(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        return reference.readScopes();
    }

    @Override
    public void close() {
        reference.close();
    }

    /// @param jobs all of the scope, in the order of the listing
    private record Indexes(List<ProcessingJob> jobs) implements IndexReader {

        @Override
        public Walked walk(IndexRange stretch, Selection selection, int rows) {
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
        public List<ProcessingJob> all(List<IndexRange> stretches, Selection selection) {
            return stretches.stream()
                    .flatMap(stretch -> between(stretch).stream().filter(stretch::matches))
                    .toList();
        }

        @Override
        public OptionalInt count(IndexRange stretch, int most) {
            int entries = between(stretch).size();
            return entries > most ? OptionalInt.empty() : OptionalInt.of(entries);
        }

        @Override
        public List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection) {
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

        private List<ProcessingJob> between(IndexRange stretch) {
            return jobs.stream().filter(job -> holds(stretch, job)).toList();
        }

        private static boolean holds(IndexRange stretch, ProcessingJob job) {
            return stretch.bounds().stream().allMatch(criterion -> criterion.matches(job))
                    && (!stretch.index().isOfLateJobs() || LateModification.isLate(job));
        }
    }
}
