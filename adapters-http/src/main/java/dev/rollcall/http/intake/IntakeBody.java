package dev.rollcall.http.intake;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.json.ReadRecord;
import dev.rollcall.json.ViolationMessages;
import dev.rollcall.json.stream.JobRecordStream;
import dev.rollcall.json.stream.Place;
import dev.rollcall.json.stream.Refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The records of a request to the intake, in whatever form [JobRecordStream] reads.
///
/// @param jobs those that can be recorded
/// @param refused the others, but no more than [#MAX_LISTED]
/// @param refusedInAll how many others there are
record IntakeBody(List<JobDescription> jobs, List<RefusedRecord> refused, int refusedInAll) {

    /// A body of 4 MiB may hold millions of broken records. Twice as many as `rollcall import --to`
    /// sends at once.
    static final int MAX_LISTED = 1_000;

    /// A record that is not recorded.
    ///
    /// @param position which one of the request it is, counted from 1
    /// @param at where it begins
    record RefusedRecord(int position, Place at, String reason) {}

    /// The two bytes that begin whatever is gzipped. A few of them can stand for gigabytes.
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    /// Reads a body. A bad record does not keep the others from being read.
    ///
    /// @param now what the clock says
    /// @param maxAhead how far ahead of that the times of a record may lie
    /// @param mayRecord whether the client may record jobs of an account and a region
    static IntakeBody read(
            byte[] body, Instant now, Duration maxAhead, Predicate<Scope> mayRecord) {
        var reader = new Reader(now, maxAhead, mayRecord);
        if (body.length > 1 && body[0] == GZIP[0] && body[1] == GZIP[1]) {
            reader.refuse(new Place(1, 1, true), "gzipped; send it as it is");
        } else {
            JobRecordStream.read(body, reader);
        }
        return new IntakeBody(reader.jobs, reader.refused, reader.refusedInAll);
    }

    boolean isEmpty() {
        return jobs.isEmpty() && refusedInAll == 0;
    }

    private static final class Reader implements JobRecordStream.Sink {

        private final Instant now;
        private final Duration maxAhead;
        private final Predicate<Scope> mayRecord;
        private final List<JobDescription> jobs = new ArrayList<>();
        private final List<RefusedRecord> refused = new ArrayList<>();
        private int refusedInAll;

        Reader(Instant now, Duration maxAhead, Predicate<Scope> mayRecord) {
            this.now = now;
            this.maxAhead = maxAhead;
            this.mayRecord = mayRecord;
        }

        @Override
        public void record(Place at, ReadRecord read) {
            switch (read.record().check(now, maxAhead)) {
                case Checked.Valid<JobDescription>(var job) -> add(at, job);
                case Checked.Invalid<JobDescription>(var violations) ->
                        refuse(at, ViolationMessages.of(violations));
            }
        }

        private void add(Place at, JobDescription description) {
            Scope scope = description.job().scope();
            if (mayRecord.test(scope)) {
                jobs.add(description);
            } else {
                refuse(
                        at,
                        "the key may not record jobs of account %s in %s"
                                .formatted(scope.account(), scope.region()));
            }
        }

        @Override
        public void refuse(Refusal refusal) {
            refuse(refusal.at(), refusal.reason());
        }

        private void refuse(Place at, String reason) {
            refusedInAll++;
            if (refused.size() < MAX_LISTED) {
                refused.add(new RefusedRecord(jobs.size() + refusedInAll, at, reason));
            }
        }

        /// Where a page ends says nothing of the jobs that it holds.
        @Override
        public void endOfListing(boolean goesOn) {}
    }
}
