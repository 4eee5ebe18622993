package dev.rollcall.bench;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Two servers over the same few jobs: one asks for signatures, one does not. Their clock stands at
/// the moment of signing, so a request that was signed once is good for the whole run.
public record Servers(RollcallServer open, RollcallServer signed) implements AutoCloseable {

    /// How many jobs a listing finds.
    static final int JOBS = 5;

    /// Nothing here asks for one job.
    public static final ReadProcessingJob NONE =
            new ReadProcessingJob() {
                @Override
                public Optional<JobDescription> read(ProcessingJobId id) {
                    return Optional.empty();
                }

                @Override
                public Optional<JobDescription> read(ProcessingJobArn arn) {
                    return Optional.empty();
                }
            };

    private static final Instant CREATED = Instant.parse("2026-05-03T00:00:00Z");

    static Servers start() throws IOException {
        var open =
                new Access.Open(
                        SignedListing.SCOPE.account(),
                        SignedListing.SCOPE.region(),
                        Set.of(SignedListing.HOST));
        var signed =
                new Access.Signed(
                        id -> Optional.of(SignedListing.KEY).filter(key -> key.id().equals(id)),
                        Access.Signed.DEFAULT_SKEW,
                        Optional.empty());
        var servers = new Servers(server(open), server(signed));
        try {
            servers.open.start();
            servers.signed.start();
            return servers;
        } catch (IOException e) {
            servers.close();
            throw e;
        }
    }

    private static RollcallServer server(Access access) {
        List<ProcessingJob> jobs = IntStream.range(0, JOBS).mapToObj(Servers::job).toList();
        InstantSource clock = InstantSource.fixed(SignedListing.NOW);
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        var listing =
                new ListProcessingJobs(
                        (selection, _) -> new Slice.Full(selection.from(jobs)),
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        clock);
        var useCases =
                new ServedUseCases(
                        listing,
                        new DescribeProcessingJob(NONE),
                        new ListTags(NONE),
                        new RecordProcessingJobs((batch, horizon) -> 0));
        return new RollcallServer(useCases, HttpSettings.of("127.0.0.1", 0, access), clock);
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
