package dev.rollcall.bench;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A server for listings alone. Its clock stands at the moment of signing, so a request that was
/// signed once is good for the whole run.
public final class ListingServer {

    /// Nothing here asks for one job.
    private static final ReadProcessingJob NONE =
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

    private ListingServer() {}

    /// A server of a store, which is not started.
    public static RollcallServer over(FindProcessingJobs store, Access access) {
        InstantSource clock = InstantSource.fixed(SignedListing.NOW);
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        var listing =
                new ListProcessingJobs(
                        store,
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        clock);
        var useCases =
                new ServedUseCases(
                        listing,
                        new DescribeProcessingJob(NONE),
                        new ListTags(NONE),
                        new RecordProcessingJobs((_, _) -> 0));
        return new RollcallServer(useCases, HttpSettings.of("127.0.0.1", 0, access), clock);
    }

    /// Without signatures, at the name that requests are signed for.
    public static Access open(Scope scope) {
        return new Access.Open(scope.account(), scope.region(), Set.of(SignedListing.HOST));
    }

    /// With the signatures of one key.
    public static Access signed() {
        return new Access.Signed(
                id -> Optional.of(SignedListing.KEY).filter(key -> key.id().equals(id)),
                Access.Signed.DEFAULT_SKEW,
                Optional.empty());
    }
}
