package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A few jobs, and ranges of every index that may hold them.
final class IndexRanges {

    static final Criterion.Filter MARKED = new Criterion.NameContains("-marked");

    private static final Scope ELSEWHERE = Scope.of("123456789012", "eu-central-1");
    private static final Criterion.Filter FAILED =
            new Criterion.StatusIs(ProcessingJobStatus.FAILED);
    private static final Criterion.Filter CREATED_LATER =
            new Criterion.After(TimeField.CREATION_TIME, CREATED.minusMillis(3));
    private static final Criterion.Filter CREATED_EARLIER =
            new Criterion.Before(TimeField.CREATION_TIME, CREATED);
    private static final Criterion.Filter MODIFIED_LATER =
            new Criterion.After(TimeField.LAST_MODIFIED_TIME, CREATED.plusMillis(2));
    private static final Criterion.Filter MODIFIED_EARLIER =
            new Criterion.Before(TimeField.LAST_MODIFIED_TIME, CREATED.plus(Duration.ofDays(31)));

    private static final List<List<Criterion.Filter>> FILTERS =
            List.of(
                    List.of(),
                    List.of(FAILED, MARKED),
                    List.of(CREATED_LATER, CREATED_EARLIER, MODIFIED_LATER, MODIFIED_EARLIER),
                    List.of(FAILED, CREATED_LATER));

    /// Jobs of [JobBuilder#SCOPE] and of another scope. Three share each creation time, those with
    /// smaller names were created later, and every fourth one was modified late.
    static final List<ProcessingJob> JOBS =
            Stream.of(SCOPE, ELSEWHERE)
                    .flatMap(scope -> IntStream.range(0, 12).mapToObj(i -> nth(i, scope)))
                    .toList();

    private IndexRanges() {}

    private static ProcessingJob nth(int i, Scope scope) {
        Instant created = CREATED.minusMillis(i / 3);
        return job("job-%02d%s".formatted(i, i % 3 == 0 ? "-marked" : ""))
                .in(scope)
                .status(i % 2 == 0 ? ProcessingJobStatus.FAILED : ProcessingJobStatus.COMPLETED)
                .created(created)
                .modified(i % 4 == 1 ? created.plus(Duration.ofDays(30)) : created.plusMillis(i))
                .failureReason("reason " + i)
                .build();
    }

    /// A range, and a selection whose jobs it has.
    ///
    /// @param entries the jobs that have an entry in the range, in the order of the selection
    record Selected(IndexRange range, Selection selection, List<ProcessingJob> entries) {

        static Selected of(JobIndex index, Selection selection) {
            return of(IndexRange.of(index, selection.criteria()), selection);
        }

        static Selected of(IndexRange range, Selection selection) {
            var inOrder =
                    new Selection(
                            List.of(new Criterion.InScope(SCOPE)),
                            selection.ordering(),
                            Integer.MAX_VALUE);
            var entries = inOrder.from(JOBS).stream().filter(range::holds).toList();
            return new Selected(range, selection, entries);
        }

        /// Those of its entries that match.
        List<ProcessingJob> matches() {
            return entries.stream().filter(range::matches).toList();
        }

        Position positionOf(ProcessingJob job) {
            return selection.ordering().positionOf(job);
        }

        @Override
        public String toString() {
            return "%s, for %s".formatted(range, selection);
        }
    }

    /// Every index but the one by text, by every combination of filters, from the beginning of
    /// every listing and from the middle.
    static List<Selected> all() {
        return selections().stream()
                .flatMap(
                        selection ->
                                Arrays.stream(JobIndex.values())
                                        .filter(index -> index != JobIndex.BY_TEXT)
                                        .map(index -> Selected.of(index, selection)))
                .toList();
    }

    /// Those of [#all] that are in the order of their selection.
    static List<Selected> inOrder() {
        return all().stream().filter(IndexRanges::isInOrder).toList();
    }

    private static boolean isInOrder(Selected selected) {
        Set<Column> fixed = EnumSet.of(Column.SCOPE);
        if (selected.range().bounds().contains(FAILED)) {
            fixed.add(Column.STATUS);
        }
        List<Column> key = new ArrayList<>(selected.range().index().key());
        List<Column> order = new ArrayList<>(Column.of(selected.selection().ordering().key()));
        key.removeAll(fixed);
        order.removeAll(fixed);
        return key.equals(order);
    }

    /// Selections of jobs by modification, in every order.
    static List<Selection> byModification() {
        return orderings().stream()
                .map(ordering -> new ListingQuery(SCOPE, List.of(MODIFIED_LATER), ordering))
                .map(query -> query.select(Optional.empty(), JOBS.size()))
                .toList();
    }

    /// A path to some jobs of a selection over two indexes: late ones that were created early, and
    /// all that were created later.
    static AccessPath overTwoIndexes(Selection selection) {
        Instant split = CREATED.minusMillis(2);
        List<Criterion> early = new ArrayList<>(selection.criteria());
        early.add(new Criterion.Before(TimeField.CREATION_TIME, split));
        List<Criterion> later = new ArrayList<>(selection.criteria());
        later.add(new Criterion.After(TimeField.CREATION_TIME, split));
        return new AccessPath(
                List.of(
                        IndexRange.of(JobIndex.LATE_BY_MODIFICATION, early),
                        IndexRange.of(JobIndex.BY_CREATION, later)));
    }

    private static List<Selection> selections() {
        List<Selection> selections = new ArrayList<>();
        for (List<Criterion.Filter> filters : FILTERS) {
            for (Ordering ordering : orderings()) {
                var query = new ListingQuery(SCOPE, filters, ordering);
                Position middle = ordering.positionOf(JOBS.get(4));
                selections.add(query.select(Optional.of(middle), JOBS.size()));
                if (ordering.order() == SortOrder.ASCENDING) {
                    selections.add(query.select(Optional.empty(), JOBS.size()));
                }
            }
        }
        return selections;
    }

    private static List<Ordering> orderings() {
        return Arrays.stream(SortKey.values())
                .flatMap(
                        key ->
                                Arrays.stream(SortOrder.values())
                                        .map(order -> new Ordering(key, order)))
                .toList();
    }
}
