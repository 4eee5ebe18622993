package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;

import java.util.List;
import java.util.function.Predicate;

/// A part of an index that may hold jobs of a selection.
///
/// @param bounds what bounds the part: an index finds its beginning and its end without a look at
///   entries outside
/// @param judged what each entry of the part must be judged by
public record IndexRange(JobIndex index, List<Criterion> bounds, List<Criterion> judged) {

    public IndexRange {
        bounds = List.copyOf(bounds);
        judged = List.copyOf(judged);
    }

    /// The part of an index that these criteria bound.
    static IndexRange of(JobIndex index, List<Criterion> criteria) {
        Predicate<Criterion> bounds = index::isBoundedBy;
        return new IndexRange(
                index,
                criteria.stream().filter(bounds).toList(),
                criteria.stream().filter(bounds.negate()).toList());
    }

    /// Whether a job between the bounds is one that is looked for.
    public boolean matches(ProcessingJob job) {
        return judged.stream().allMatch(criterion -> criterion.matches(job));
    }
}
