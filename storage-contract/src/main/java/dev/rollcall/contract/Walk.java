package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.validation.Checked;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks a listing through a store's port, and compares each step with what the selection means.
///
/// @param label what to print when a comparison fails
record Walk(String label, ProcessingJobStore store, ListingQuery query) {

    /// A budget that no test spends.
    static final WorkBudget AMPLE = new WorkBudget(Integer.MAX_VALUE, Duration.ofHours(1));

    static ListingQuery query(ListingRequest request, Scope scope) {
        return switch (request.check(scope)) {
            case Checked.Valid<PageRequest>(PageRequest listing) -> listing.query();
            case Checked.Invalid<PageRequest>(var violations) ->
                    throw new IllegalArgumentException(violations.toString());
        };
    }

    /// All jobs of the listing, page by page; each page must equal the oracle's.
    ///
    /// @param all every stored job
    List<ProcessingJob> inPagesOf(int size, List<ProcessingJob> all) {
        List<ProcessingJob> walked = new ArrayList<>();
        Optional<Position> from = Optional.empty();
        while (true) {
            Selection selection = query.select(from, size + 1);
            List<ProcessingJob> expected = selection.from(all);
            assertThat(store.find(selection, AMPLE))
                    .as("%s, pages of %d, beyond %s of %s", label, size, from, query)
                    .isEqualTo(new Slice.Full(expected));
            if (expected.size() <= size) {
                walked.addAll(expected);
                return walked;
            }
            walked.addAll(expected.subList(0, size));
            from = Optional.of(query.ordering().positionOf(expected.get(size - 1)));
        }
    }

    /// All jobs of the listing, from slices of a small budget, each of which must be beyond the one
    /// before.
    ///
    /// @param all every stored job
    List<ProcessingJob> under(WorkBudget budget, List<ProcessingJob> all) {
        List<ProcessingJob> walked = new ArrayList<>();
        Optional<Position> from = Optional.empty();
        while (true) {
            Slice slice = store.find(query.select(from, all.size() + 1), budget);
            walked.addAll(slice.jobs());
            switch (slice) {
                case Slice.Full _ -> {
                    return walked;
                }
                case Slice.Stopped(var jobs, var lastExamined) -> {
                    assertThat(ahead(Optional.of(lastExamined), all))
                            .as("%s, %s: jobs ahead of %s", label, query, lastExamined)
                            .hasSizeLessThan(ahead(from, all).size())
                            .noneMatch(jobs::contains);
                    from = Optional.of(lastExamined);
                }
            }
        }
    }

    /// The jobs of the scope that are beyond a position, whether or not they match.
    private List<ProcessingJob> ahead(Optional<Position> from, List<ProcessingJob> all) {
        return all.stream()
                .filter(job -> job.scope().equals(query.scope()))
                .filter(
                        job ->
                                from.map(p -> new Criterion.Beyond(p, query.ordering().order()))
                                        .map(beyond -> beyond.matches(job))
                                        .orElse(true))
                .toList();
    }
}
