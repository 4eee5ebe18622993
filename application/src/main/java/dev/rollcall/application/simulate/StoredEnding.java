package dev.rollcall.application.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.application.simulate.Endings.Ending;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// The end that a job is to come to, as a detail of the job, so that a process which is started
/// later brings it about. The API has no member of this name, so no client is ever shown it.
final class StoredEnding {

    private static final String MEMBER = "SimulatedEnding";

    private StoredEnding() {}

    /// @param version the `LastModifiedTime` of the job as it is stored with this ending
    static JobDetails of(Ending ending, Instant version) {
        var text =
                ending.at().toEpochMilli()
                        + " "
                        + ending.status().wireName()
                        + ending.reason().map(it -> " " + it.text()).orElse("");
        // In this alphabet any reason is JSON.
        var json = '"' + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + '"';
        return new JobDetails(Map.of(MEMBER, new JobDetail(version, json)));
    }

    /// The end that a job is to come to; empty if nobody said so when it was stored.
    static Optional<Ending> of(JobDescription job) {
        return Optional.ofNullable(job.details().members().get(MEMBER))
                .map(JobDetail::json)
                .map(json -> read(job.id(), json.substring(1, json.length() - 1)));
    }

    private static Ending read(ProcessingJobId job, String encoded) {
        String[] parts = new String(Base64.getDecoder().decode(encoded), UTF_8).split(" ", 3);
        return new Ending(
                job,
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                ProcessingJobStatus.ofWireName(parts[1]).orElseThrow(),
                parts.length < 3 ? Optional.empty() : Optional.of(new JobMessage(parts[2])));
    }
}
