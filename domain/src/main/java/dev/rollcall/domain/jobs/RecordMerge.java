package dev.rollcall.domain.jobs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// What two records of one job say together, whichever of them came first.
///
/// @param horizon the latest time at which a job can have been modified. What claims a later one is
///   older than anything that does not: otherwise nothing could ever replace it
record RecordMerge(Instant horizon) {

    /// The newer record, with the finer of two times that are one: `CreationTime` and
    /// `ProcessingEndTime` come cut to whole seconds in events, and in full elsewhere.
    ProcessingJob of(ProcessingJob one, ProcessingJob other) {
        return recordsByAge().compare(one, other) < 0 ? updated(other, one) : updated(one, other);
    }

    private static ProcessingJob updated(ProcessingJob newer, ProcessingJob older) {
        return new ProcessingJob(
                newer.name(),
                newer.arn(),
                newer.status(),
                finer(newer.creationTime(), older.creationTime()),
                newer.lastModifiedTime(),
                newer.processingEndTime()
                        .map(
                                time ->
                                        older.processingEndTime()
                                                .map(earlier -> finer(time, earlier))
                                                .orElse(time)),
                newer.exitMessage(),
                newer.failureReason());
    }

    /// Each member that one of them has, and of two values of a member the newer one.
    JobDetails of(JobDetails one, JobDetails other) {
        if (one.isEmpty()) {
            return other;
        }
        Map<String, JobDetail> members = new TreeMap<>(one.members());
        var newer = BinaryOperator.maxBy(detailsByAge());
        other.members().forEach((name, detail) -> members.merge(name, detail, newer));
        return new JobDetails(members);
    }

    /// At the same time a status in which a job remains is the newer one. The rest settles a tie
    /// that is left, so that the outcome does not depend on which record came first: a message or a
    /// time that is known counts more than none.
    ///
    /// Two records that are equal here say the same, but for the fraction of a second.
    Comparator<ProcessingJob> recordsByAge() {
        return Comparator.comparing(ProcessingJob::lastModifiedTime, timesByAge())
                .thenComparing(job -> job.status().isTerminal())
                .thenComparingInt(job -> job.status().code())
                .thenComparing(job -> job.processingEndTime().map(Instant::getEpochSecond), known())
                .thenComparing(job -> job.failureReason().map(JobMessage::text), known())
                .thenComparing(job -> job.exitMessage().map(JobMessage::text), known())
                .thenComparingLong(job -> job.creationTime().getEpochSecond())
                .thenComparing(job -> job.arn().name());
    }

    /// A tie is settled by the text: the longer one says more.
    private Comparator<JobDetail> detailsByAge() {
        return Comparator.comparing(JobDetail::version, timesByAge())
                .thenComparingInt(detail -> detail.json().length())
                .thenComparing(JobDetail::json);
    }

    private Comparator<Instant> timesByAge() {
        return Comparator.comparing((Instant time) -> !time.isAfter(horizon))
                .thenComparing(Comparator.naturalOrder());
    }

    private static <T extends Comparable<T>> Comparator<Optional<T>> known() {
        return (one, other) ->
                one.isPresent() && other.isPresent()
                        ? one.get().compareTo(other.get())
                        : Boolean.compare(one.isPresent(), other.isPresent());
    }

    /// The first time, unless the other one is in the same second and later, and so finer.
    private static Instant finer(Instant time, Instant other) {
        boolean isOne = time.getEpochSecond() == other.getEpochSecond();
        return isOne && other.isAfter(time) ? other : time;
    }
}
