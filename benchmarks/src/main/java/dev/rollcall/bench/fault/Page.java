package dev.rollcall.bench.fault;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.json.ReadRecord;
import dev.rollcall.json.stream.BrokenStream;
import dev.rollcall.json.stream.JobRecordStream;
import dev.rollcall.json.stream.Place;
import dev.rollcall.json.stream.Refusal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The jobs of an answer, and the token for those that follow.
record Page(List<ProcessingJob> jobs, Optional<String> token) {

    private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]*)\"");

    /// @param body a listing's answer, or a description's
    /// @throws IllegalArgumentException if something in it is not a job
    static Page of(String body) {
        List<ProcessingJob> jobs = new ArrayList<>();
        try {
            JobRecordStream.read(
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                    new Sink(jobs));
        } catch (BrokenStream e) {
            throw new IllegalArgumentException("no page: " + body, e);
        }
        var token = TOKEN.matcher(body);
        return new Page(jobs, token.find() ? Optional.of(token.group(1)) : Optional.empty());
    }

    private record Sink(List<ProcessingJob> jobs) implements JobRecordStream.Sink {

        @Override
        public void record(Place at, ReadRecord read) {
            switch (read.record().check(Instant.now(), JobRecord.USUAL_MAX_AHEAD)) {
                case Checked.Valid<JobDescription>(var job) -> jobs.add(job.job());
                case Checked.Invalid<JobDescription>(var violations) ->
                        throw new IllegalArgumentException("no job: " + violations);
            }
        }

        @Override
        public void refuse(Refusal refusal) {
            throw new IllegalArgumentException("no job: " + refusal.reason());
        }

        @Override
        public void endOfListing(boolean goesOn) {}
    }
}
