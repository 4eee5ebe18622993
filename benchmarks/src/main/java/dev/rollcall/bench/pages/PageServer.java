package dev.rollcall.bench.pages;

import static java.util.stream.Collectors.joining;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.bench.Servers;
import dev.rollcall.bench.SignedListing;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A program with a store of jobs and the servers that a [Door] leads to. It prints their ports in
/// a line; and whenever it is sent a line, what it has [Used]. It ends with its standard input.
public final class PageServer {

    /// What its lines begin with; a profiler may print others.
    static final String ANSWER = "measured: ";

    private static final InstantSource CLOCK = InstantSource.fixed(SignedListing.NOW);

    private PageServer() {}

    /// Serves until its standard input ends.
    ///
    /// @param arguments the storage, where it is, and how many jobs to fill it with
    public static void main(String... arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        if (arguments[0].equals(Pages.READY)) {
            var jobs = FilledStore.ready(count);
            serve(
                    (selection, _) ->
                            new Slice.Full(jobs.subList(0, Math.min(count, selection.limit()))));
        } else {
            try (var store = FilledStore.open(arguments[0], arguments[1], count)) {
                serve(store);
            }
        }
    }

    private static void serve(FindProcessingJobs store) throws Exception {
        try (var canned = new Canned();
                var open = server(store, open(SignedListing.SCOPE));
                var described = server(store, open(FilledStore.DESCRIBED));
                var signed = server(store, signed())) {
            System.out.println(
                    ANSWER
                            + Stream.of(canned.port(), open.port(), described.port(), signed.port())
                                    .map(port -> Integer.toString(port))
                                    .collect(joining(" ")));
            var lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            while (lines.readLine() != null) {
                System.out.println(ANSWER + Used.now());
            }
        }
    }

    private static Access open(Scope scope) {
        return new Access.Open(scope.account(), scope.region(), Set.of(SignedListing.HOST));
    }

    private static Access signed() {
        return new Access.Signed(
                id -> Optional.of(SignedListing.KEY).filter(key -> key.id().equals(id)),
                Access.Signed.DEFAULT_SKEW,
                Optional.empty());
    }

    private static RollcallServer server(FindProcessingJobs store, Access access) throws Exception {
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        var listing =
                new ListProcessingJobs(
                        store,
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        CLOCK);
        var useCases =
                new ServedUseCases(
                        listing,
                        new DescribeProcessingJob(Servers.NONE),
                        new ListTags(Servers.NONE),
                        new RecordProcessingJobs((_, _) -> 0));
        var server = new RollcallServer(useCases, HttpSettings.of("127.0.0.1", 0, access), CLOCK);
        server.start();
        return server;
    }
}
