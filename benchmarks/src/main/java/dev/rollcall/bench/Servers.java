package dev.rollcall.bench;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.http.server.RollcallServer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two servers over the same few jobs: one asks for signatures, one does not.
public record Servers(RollcallServer open, RollcallServer signed) implements AutoCloseable {

    /// How many jobs a listing finds.
    static final int JOBS = 5;

    private static final Instant CREATED = Instant.parse("2026-05-03T00:00:00Z");

    static Servers start() throws IOException {
        List<ProcessingJob> jobs = IntStream.range(0, JOBS).mapToObj(Servers::job).toList();
        FindProcessingJobs store = (selection, _) -> new Slice.Full(selection.from(jobs));
        var servers =
                new Servers(
                        ListingServer.over(store, ListingServer.open(SignedListing.SCOPE)),
                        ListingServer.over(store, ListingServer.signed()));
        try {
            servers.open.start();
            servers.signed.start();
            return servers;
        } catch (IOException e) {
            servers.close();
            throw e;
        }
    }

    private static ProcessingJob job(int number) {
        return new ProcessingJob(
                new ProcessingJobArn(
                        SignedListing.SCOPE,
                        new ProcessingJobName(
                                "nightly-feature-engineering-of-the-churn-model-" + number)),
                ProcessingJobStatus.IN_PROGRESS,
                CREATED,
                CREATED.plusSeconds(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void close() {
        open.close();
        signed.close();
    }
}
