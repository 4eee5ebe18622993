package dev.rollcall.bench.pages;

import dev.rollcall.bench.Connection;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a page costs on each storage, beside a [Canned] answer of the same bytes: rounds in turn
/// against one server process, medians as tables in Markdown.
public final class Pages {

    /// The storage that has each page ready.
    static final String READY = "ready";

    private static final List<String> STORAGES = List.of(READY, "h2", "postgres", "mongo");
    private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    /// How much is measured.
    ///
    /// @param warmUp how many rounds do not count
    /// @param connections how many there are in the second table
    record Extent(int jobs, int warmUp, int rounds, Duration round, List<Integer> connections) {

        static final Extent USUAL =
                new Extent(50_000, 10, 3, Duration.ofSeconds(1), List.of(8, 32, 256));
    }

    private static final int CONNECTIONS = 16;

    private final ServerProcess server;
    private final Extent extent;
    private final Load load;
    private final PrintStream out;

    Pages(ServerProcess server, Extent extent, Load load, PrintStream out) {
        this.server = server;
        this.extent = extent;
        this.load = load;
        this.out = out;
    }

    /// Prints the tables.
    ///
    /// @param storages which of `ready`, `h2`, `postgres` and `mongo`; all if none is named
    public static void main(String... storages) throws Exception {
        var load = Wrk.isThere() ? new Wrk() : new OwnClients();
        System.out.printf(
                "Load by %s; a server process with %s; medians of %d rounds of %d s%n",
                load.name(),
                String.join(" ", ServerProcess.OPTIONS),
                Extent.USUAL.rounds(),
                Extent.USUAL.round().toSeconds());
        for (String storage : storages.length == 0 ? STORAGES : List.of(storages)) {
            measure(storage, Extent.USUAL, load, System.out);
        }
    }

    static void measure(String storage, Extent extent, Load load, PrintStream out)
            throws Exception {
        try (var database = PageDatabase.of(storage);
                var server = ServerProcess.start(storage, database.where(), extent.jobs())) {
            database.settle();
            out.printf(Locale.ROOT, "%n%s, %,d jobs%n%n", storage, extent.jobs());
            var pages = new Pages(server, extent, load, out);
            pages.costs(storage.equals(READY) ? Listing.READY : Listing.ALL);
            pages.rates();
        }
    }

    private void costs(List<Listing> listings) throws IOException, InterruptedException {
        List<Measured> all = new ArrayList<>();
        Map<Integer, Rounds> canned = new HashMap<>();
        for (Listing listing : listings) {
            var request = request(listing);
            int length = answer(request).length();
            Rounds beside = canned.get(listing.rows());
            if (beside == null) {
                beside = new Rounds(canned(request), CONNECTIONS);
                canned.put(listing.rows(), beside);
                all.add(
                        new Measured(
                                "canned, " + listing.rows() + " rows", beside, beside, length));
            }
            all.add(
                    new Measured(
                            listing.label(), new Rounds(request, CONNECTIONS), beside, length));
        }
        run(all, extent.warmUp());
        out.println(
                "| page | CPU, µs | × canned | requests/s | of canned | p50 ms | p99 ms"
                        + " | allocated beyond its bytes, KB |");
        out.println("|---|---|---|---|---|---|---|---|");
        all.forEach(this::cost);
    }

    /// A row of a table.
    ///
    /// @param canned what it is compared with
    /// @param length that of the answer
    private record Measured(String label, Rounds rounds, Rounds canned, int length) {}

    private void cost(Measured row) {
        var rounds = row.rounds();
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %,.0f | %.0f %% | %.2f | %.2f | %.0f |%n",
                row.label(),
                rounds.micros(),
                rounds.micros() / row.canned().micros(),
                rounds.perSecond(),
                100 * rounds.perSecond() / row.canned().perSecond(),
                rounds.p50(),
                rounds.p99(),
                (rounds.bytes() - row.length()) / 1024);
    }

    private void rates() throws IOException, InterruptedException {
        List<Measured> all = new ArrayList<>();
        var page = request(Listing.PAGE);
        int length = answer(page).length();
        for (int connections : extent.connections()) {
            var canned = new Rounds(canned(page), connections);
            all.add(new Measured("canned", canned, canned, length));
            for (Listing listing : List.of(Listing.PAGE, Listing.SIGNED)) {
                var rounds = new Rounds(request(listing), connections);
                all.add(new Measured(listing.label(), rounds, canned, length));
            }
        }
        run(all, 0);
        out.println();
        out.println(
                "| connections | page | requests/s | of canned | p50 ms | p99 ms | p99 / p50 |");
        out.println("|---|---|---|---|---|---|---|");
        all.forEach(this::rate);
    }

    private void rate(Measured row) {
        var rounds = row.rounds();
        out.printf(
                Locale.ROOT,
                "| %d | %s | %,.0f | %.0f %% | %.2f | %.2f | %.1f |%n",
                rounds.connections(),
                row.label(),
                rounds.perSecond(),
                100 * rounds.perSecond() / row.canned().perSecond(),
                rounds.p50(),
                rounds.p99(),
                rounds.p99() / rounds.p50());
    }

    private void run(List<Measured> all, int warmUp) throws IOException, InterruptedException {
        for (int round = 0; round < warmUp + extent.rounds(); round++) {
            if (round == warmUp) {
                all.forEach(each -> each.rounds().forget());
            }
            for (Measured each : all) {
                each.rounds().add(server, load, extent.round());
            }
        }
    }

    private PageRequest request(Listing listing) throws IOException {
        var token = listing.deep() ? Optional.of(middle()) : Optional.<String>empty();
        var request =
                PageRequest.of(
                        server.port(listing.door()), listing.rows(), listing.status(), token);
        return listing.door() == Door.SIGNED ? request.signed() : request;
    }

    /// The token of the page in the middle of the listing.
    private String middle() throws IOException {
        Optional<String> token = Optional.empty();
        for (int at = 0; at < extent.jobs() / 2; at += 100) {
            var page = PageRequest.of(server.port(Door.OPEN), 100, Optional.empty(), token);
            var next = TOKEN.matcher(answer(page));
            if (!next.find()) {
                throw new IOException("the listing is shorter than it should be");
            }
            token = Optional.of(next.group(1));
        }
        return token.orElseThrow();
    }

    /// A request for the same answer, ready.
    private PageRequest canned(PageRequest page) throws IOException, InterruptedException {
        String answer = answer(page);
        String path = "/" + answer.length();
        int port = server.port(Door.CANNED);
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .PUT(
                                    HttpRequest.BodyPublishers.ofString(
                                            answer, StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        return page.at(port, path);
    }

    private static String answer(PageRequest request) throws IOException {
        try (var connection = new Connection(request.port())) {
            return connection.exchange(request.bytes());
        }
    }
}
