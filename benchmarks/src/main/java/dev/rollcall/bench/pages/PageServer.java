package dev.rollcall.bench.pages;

import static java.util.stream.Collectors.joining;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.bench.ListingServer;
import dev.rollcall.bench.SignedListing;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.RollcallServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// A program with a store of jobs and the servers that a [Door] leads to. It prints their ports in
/// a line; and whenever it is sent a line, what it has [Used]. It ends with its standard input.
public final class PageServer {

    /// What its lines begin with; a profiler may print others.
    static final String ANSWER = "measured: ";

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
                var open = started(store, ListingServer.open(SignedListing.SCOPE));
                var described = started(store, ListingServer.open(FilledStore.DESCRIBED));
                var signed = started(store, ListingServer.signed())) {
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

    private static RollcallServer started(FindProcessingJobs store, Access access)
            throws IOException {
        var server = ListingServer.over(store, access);
        server.start();
        return server;
    }
}
