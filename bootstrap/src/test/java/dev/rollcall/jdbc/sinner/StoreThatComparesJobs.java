package dev.rollcall.jdbc.sinner;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Ordering;

import java.util.ArrayList;
import java.util.List;

/// A deliberate sinner: the order of jobs is the domain's business.
public final class StoreThatComparesJobs {

    List<ProcessingJob> sorted(List<ProcessingJob> jobs) {
        var sorted = new ArrayList<>(jobs);
        sorted.sort(Ordering.DEFAULT.comparator());
        return sorted;
    }
}
