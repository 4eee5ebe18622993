package dev.rollcall.application.simulate;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The ends that jobs are to come to, each at its time.
final class Endings {

    /// How a job ends.
    ///
    /// @param at when
    record Ending(
            ProcessingJobId job,
            Instant at,
            ProcessingJobStatus status,
            Optional<JobMessage> reason) {

        /// The job once it has ended so.
        ProcessingJob of(ProcessingJob before) {
            return new ProcessingJob(
                    before.name(),
                    before.arn(),
                    status,
                    before.creationTime(),
                    at,
                    Optional.of(at),
                    before.exitMessage(),
                    reason);
        }
    }

    private final Map<ProcessingJobId, Ending> ofJobs = new HashMap<>();

    private final NavigableSet<Ending> byTime =
            new TreeSet<>(Comparator.comparing(Ending::at).thenComparing(Ending::job));

    /// Expects this end of a job instead of any other one.
    void expect(Ending ending) {
        forget(ending.job());
        ofJobs.put(ending.job(), ending);
        byTime.add(ending);
    }

    void forget(ProcessingJobId job) {
        Optional.ofNullable(ofJobs.remove(job)).ifPresent(byTime::remove);
    }

    /// Those whose time has come, which are expected no longer.
    List<Ending> due(Instant now) {
        List<Ending> due = new ArrayList<>();
        while (!byTime.isEmpty() && !byTime.first().at().isAfter(now)) {
            Ending next = byTime.removeFirst();
            ofJobs.remove(next.job());
            due.add(next);
        }
        return due;
    }

    /// How many take up memory.
    int count() {
        return Math.max(ofJobs.size(), byTime.size());
    }
}
