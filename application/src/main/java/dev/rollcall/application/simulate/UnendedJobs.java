package dev.rollcall.application.simulate;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The jobs of a store that are in progress or stopping.
record UnendedJobs(ProcessingJobStore store) {

    private static final int PAGE = 1_000;

    private static final WorkBudget BUDGET =
            new WorkBudget(Integer.MAX_VALUE, Duration.ofMinutes(1));

    /// @throws StorageUnavailable if the store cannot answer now
    void forEach(Consumer<JobDescription> reader) {
        for (Scope scope : store.readScopes()) {
            forEach(scope, ProcessingJobStatus.IN_PROGRESS, reader);
            forEach(scope, ProcessingJobStatus.STOPPING, reader);
        }
    }

    private void forEach(Scope scope, ProcessingJobStatus status, Consumer<JobDescription> reader) {
        var all =
                new Selection(
                        List.of(new Criterion.InScope(scope), new Criterion.StatusIs(status)),
                        Ordering.DEFAULT,
                        PAGE);
        Optional<Position> last;
        var rest = all;
        do {
            var slice = store.find(rest, BUDGET);
            slice.jobs().forEach(job -> store.read(job.id()).ifPresent(reader));
            last = lastOf(slice);
            rest = last.map(all::beyond).orElse(all);
        } while (last.isPresent());
    }

    /// Where the next slice begins; empty if there is none.
    private static Optional<Position> lastOf(Slice slice) {
        return switch (slice) {
            case Slice.Full(var jobs) when jobs.size() < PAGE -> Optional.empty();
            case Slice.Full(var jobs) -> Optional.of(Ordering.DEFAULT.positionOf(jobs.getLast()));
            case Slice.Stopped stopped -> Optional.of(stopped.lastExamined());
        };
    }
}
