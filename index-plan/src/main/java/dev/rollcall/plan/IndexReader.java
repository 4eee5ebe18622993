package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a store does for a [BoundedScan]. Either all answers of one search are of one moment, or
/// the store leaves jobs out of its slice that changed in between.
public interface IndexReader {

    /// Walks a stretch of an index that runs in the selection's order, as far as the selection's
    /// limit or until `rows` entries were examined.
    ///
    /// @param rows at least 1
    Walked walk(IndexRange stretch, Selection selection, int rows);

    /// How many entries lie between the bounds of a stretch, at the most `most`; empty if there are
    /// more, or if the store has no such index or cannot tell without much work.
    ///
    /// @param most at least 0
    OptionalInt count(IndexRange stretch, int most);

    /// All selected jobs, found by these stretches, on which next to no entries lie: in any order.
    List<ProcessingJob> all(List<IndexRange> stretches, Selection selection);

    /// The names of the selected jobs, found by these stretches, which are short: in the order of
    /// the listing, and no more than the selection's limit.
    ///
    /// @param stretches at least one
    List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection);

    /// The jobs of the selection's scope that have these names, in the same order.
    ///
    /// @param names as found before; there may be none
    List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names);

    /// What a walk found.
    ///
    /// @param names the names of the jobs that match, in the order of the listing
    /// @param examined how many entries were looked at
    /// @param stoppedAt the last entry that was looked at, if there were as many as allowed; empty
    ///   if the walk came to the limit or to the end of the stretch before
    record Walked(List<ProcessingJobName> names, int examined, Optional<Position> stoppedAt) {

        public Walked {
            names = List.copyOf(names);
        }
    }
}
