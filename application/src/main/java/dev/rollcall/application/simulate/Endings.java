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
import java.util.Optional;
import java.util.PriorityQueue;

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

    /// The last one that was expected for each job counts.
    private final Map<ProcessingJobId, Ending> expected = new HashMap<>();

    private final PriorityQueue<Ending> byTime =
            new PriorityQueue<>(Comparator.comparing(Ending::at));

    void expect(Ending ending) {
        expected.put(ending.job(), ending);
        byTime.add(ending);
    }

    void forget(ProcessingJobId job) {
        expected.remove(job);
    }

    /// Those whose time has come.
    List<Ending> due(Instant now) {
        List<Ending> due = new ArrayList<>();
        for (Ending next; (next = byTime.peek()) != null && !next.at().isAfter(now); ) {
            byTime.remove();
            if (next.equals(expected.get(next.job()))) {
                due.add(next);
            }
        }
        return due;
    }
}
