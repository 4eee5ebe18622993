package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/// A range of an index that may hold jobs of a selection.
///
/// @param bounds what bounds the range: the index finds its first and its last entry without
///   reading any entry outside
/// @param residual what is left to check for each entry of the range
public record IndexRange(JobIndex index, List<Criterion> bounds, List<Criterion> residual) {

    public IndexRange {
        bounds = List.copyOf(bounds);
        residual = List.copyOf(residual);
    }

    /// The smallest range of an index that has all jobs which meet these criteria.
    ///
    /// Criteria bound an index as far as they fix its leading columns to one value, and on the
    /// first column that none of them fixes.
    public static IndexRange of(JobIndex index, List<Criterion> criteria) {
        List<Column> key = index.key();
        List<Column> fixed =
                key.stream()
                        .takeWhile(column -> criteria.stream().anyMatch(it -> fixes(it, column)))
                        .toList();
        List<Column> open = key.subList(fixed.size(), key.size());
        Predicate<Criterion> bounds = criterion -> bounds(criterion, index, fixed, open);
        return new IndexRange(
                index,
                criteria.stream().filter(bounds).toList(),
                criteria.stream().filter(bounds.negate()).toList());
    }

    private static boolean fixes(Criterion criterion, Column column) {
        return switch (criterion) {
            case Criterion.InScope _ -> column == Column.SCOPE;
            case Criterion.StatusIs _ -> column == Column.STATUS;
            case Criterion.After _, Criterion.Before _ -> false;
            case Criterion.Beyond _, Criterion.NameContains _ -> false;
        };
    }

    /// @param fixed the leading columns of the key, which have one value in all of the range
    /// @param open the other columns of the key
    private static boolean bounds(
            Criterion criterion, JobIndex index, List<Column> fixed, List<Column> open) {
        return switch (criterion) {
            case Criterion.InScope _, Criterion.StatusIs _ ->
                    fixed.stream().anyMatch(column -> fixes(criterion, column));
            case Criterion.After after -> isBeginning(List.of(Column.of(after.field())), open);
            case Criterion.Before before -> isBeginning(List.of(Column.of(before.field())), open);
            case Criterion.Beyond beyond -> {
                List<Column> sorted = new ArrayList<>(Column.of(beyond.position().key()));
                sorted.removeAll(fixed);
                yield isBeginning(sorted, open);
            }
            case Criterion.NameContains _ -> index == JobIndex.BY_TEXT;
        };
    }

    private static boolean isBeginning(List<Column> columns, List<Column> of) {
        return Collections.indexOfSubList(of, columns) == 0;
    }

    /// Whether every entry of this range is one that is looked for, and its job can be read with
    /// it: H2 has a table of late jobs that are not whole.
    public boolean hasOnlyWholeMatches() {
        return residual.isEmpty() && !index.isOfLateJobs();
    }

    /// Whether a job has an entry in this range.
    public boolean holds(ProcessingJob job) {
        return index.holds(job) && bounds.stream().allMatch(criterion -> criterion.matches(job));
    }

    /// Whether a job that has an entry in this range is one that is looked for.
    public boolean matches(ProcessingJob job) {
        return residual.stream().allMatch(criterion -> criterion.matches(job));
    }
}
