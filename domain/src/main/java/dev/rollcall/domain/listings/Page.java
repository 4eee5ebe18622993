package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;
import java.util.Optional;

/// One page of a listing.
///
/// @param next where the next page begins; empty on the last page
public record Page(List<ProcessingJob> jobs, Optional<Position> next) {

    public Page {
        jobs = List.copyOf(jobs);
    }
}
