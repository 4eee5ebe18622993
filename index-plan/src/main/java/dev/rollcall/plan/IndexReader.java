package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the indexes of a store for one [BoundedScan], and so the jobs of one scope.
///
/// Either everything it reads is of one snapshot, or the store leaves those jobs out of its slice
/// that changed meanwhile. The contract for stores' tests is `IndexReaderContract`.
public interface IndexReader {

    /// Scans a range of an index that is in the order of the selection, until the selection's limit
    /// of matches is found, `rows` entries were examined, or the range ends.
    ///
    /// @param rows at least 1
    Scanned scan(IndexRange range, Selection selection, int rows);

    /// How many entries a range has; empty if there are more than `limit`, if the store has no such
    /// index, or if it cannot say without much work.
    ///
    /// @param limit at least 0
    OptionalInt count(IndexRange range, int limit);

    /// The jobs of all entries of a range, in any order. Nothing is checked but the bounds.
    ///
    /// @param range of any index but the one by text; has few entries
    List<ProcessingJob> all(IndexRange range);

    /// The selected jobs that a path leads to, in the order of the listing, up to the selection's
    /// limit.
    ///
    /// @param path has at least one range, and not very many entries
    List<Found> fetch(AccessPath path, Selection selection);

    /// Jobs that were found by name, in any order.
    ///
    /// @param names there may be none
    List<ProcessingJob> load(List<ProcessingJobName> names);

    /// What a scan found.
    ///
    /// @param found the jobs that match, in the order of the listing
    /// @param examined how many entries were read, up to the last match if the range ended
    /// @param stoppedAt the last of `rows` entries; empty if the limit or the end of the range was
    ///   reached before
    record Scanned(List<Found> found, int examined, Optional<Position> stoppedAt) {

        public Scanned {
            found = List.copyOf(found);
        }
    }
}
