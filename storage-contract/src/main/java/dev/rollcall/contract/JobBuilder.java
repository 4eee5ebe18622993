package dev.rollcall.contract;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Builds a job for which a test states only what matters to it.
public final class JobBuilder {

    /// The default scope of a job.
    public static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    /// The default creation time of a job.
    public static final Instant CREATED = Instant.parse("2026-05-04T03:02:01.234Z");

    private final ProcessingJobName name;
    private ProcessingJobName nameInArn;
    private Scope scope = SCOPE;
    private ProcessingJobStatus status = ProcessingJobStatus.IN_PROGRESS;
    private Instant created = CREATED;
    private Optional<Instant> modified = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private Optional<JobMessage> exitMessage = Optional.empty();
    private Optional<JobMessage> failureReason = Optional.empty();
    private final Map<String, String> details = new TreeMap<>();

    private JobBuilder(ProcessingJobName name) {
        this.name = name;
        this.nameInArn = name;
    }

    /// A job in progress that has not changed since it was created.
    public static JobBuilder job(String name) {
        return new JobBuilder(new ProcessingJobName(name));
    }

    public JobBuilder in(Scope value) {
        scope = value;
        return this;
    }

    /// How the ARN spells the name.
    public JobBuilder nameInArn(String value) {
        nameInArn = new ProcessingJobName(value);
        return this;
    }

    public JobBuilder status(ProcessingJobStatus value) {
        status = value;
        return this;
    }

    public JobBuilder created(Instant value) {
        created = value;
        return this;
    }

    public JobBuilder modified(Instant value) {
        modified = Optional.of(value);
        return this;
    }

    public JobBuilder ended(Instant value) {
        ended = Optional.of(value);
        return this;
    }

    public JobBuilder exitMessage(String value) {
        exitMessage = Optional.of(new JobMessage(value));
        return this;
    }

    public JobBuilder failureReason(String value) {
        failureReason = Optional.of(new JobMessage(value));
        return this;
    }

    /// A member that only `DescribeProcessingJob` answers.
    public JobBuilder detail(String member, String json) {
        details.put(member, json);
        return this;
    }

    /// The job with its details, as they are when it was modified.
    public JobDescription describe() {
        Map<String, JobDetail> members = new TreeMap<>();
        details.forEach(
                (member, json) ->
                        members.put(member, new JobDetail(modified.orElse(created), json)));
        return new JobDescription(build(), new JobDetails(members));
    }

    /// The job. Its default time of modification is its creation time.
    public ProcessingJob build() {
        return new ProcessingJob(
                name,
                new ProcessingJobArn(scope, nameInArn),
                status,
                created,
                modified.orElse(created),
                ended,
                exitMessage,
                failureReason);
    }
}
