package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;

/// A store's answer to a [Selection]: jobs in the selection's order, with none left out between
/// them.
public sealed interface Slice {

    List<ProcessingJob> jobs();

    /// Everything that was asked for: as many jobs as the limit, or fewer because there are no
    /// more.
    record Full(List<ProcessingJob> jobs) implements Slice {

        public Full {
            jobs = List.copyOf(jobs);
        }
    }

    /// The store's work budget was spent before it reached the limit or the end.
    ///
    /// @param lastExamined the position of the last job the store looked at, whether or not it
    ///   matched. It is beyond the position where the selection began, so that asking again makes
    ///   progress; [PageDraft#plus] refuses a slice that made none.
    record Stopped(List<ProcessingJob> jobs, Position lastExamined) implements Slice {

        public Stopped {
            jobs = List.copyOf(jobs);
        }
    }
}
