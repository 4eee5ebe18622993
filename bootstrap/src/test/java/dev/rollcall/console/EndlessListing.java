package dev.rollcall.console;

import static dev.rollcall.console.BrowserTest.NOW;
import static dev.rollcall.console.BrowserTest.SCOPE;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.contract.ReferenceStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A listing without an end, and a tab that walks it.
final class EndlessListing {

    private EndlessListing() {}

    /// A server with as many jobs as anybody asks for.
    static RollcallServer server() {
        FindProcessingJobs store =
                (selection, _) -> {
                    int from = begin(selection);
                    return new Slice.Full(
                            IntStream.range(from, from + selection.limit())
                                    .mapToObj(EndlessListing::numbered)
                                    .toList());
                };
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        var listing =
                new ListProcessingJobs(
                        store,
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        InstantSource.system());
        var access = new Access.Open(SCOPE.account(), SCOPE.region());
        var nothing = new ReferenceStore();
        var useCases =
                new ServedUseCases(
                        listing,
                        new DescribeProcessingJob(nothing),
                        new ListTags(nothing),
                        new RecordProcessingJobs(nothing));
        return new RollcallServer(
                useCases, HttpSettings.of("127.0.0.1", 0, access), InstantSource.system());
    }

    /// The first number that lies beyond the last page: all after it do, too.
    private static int begin(Selection selection) {
        int low = 0;
        int high = 99_000_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (selection.matches(numbered(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static ProcessingJob numbered(int number) {
        return new ProcessingJob(
                new ProcessingJobArn(
                        SCOPE,
                        new ProcessingJobName(String.format(Locale.ROOT, "job-%08d", number))),
                ProcessingJobStatus.IN_PROGRESS,
                NOW.minusSeconds(60),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Opens the first page.
    static Tab open(Tab tab, RollcallServer server, int rows) {
        String order = "&SortBy=Name&SortOrder=Ascending";
        return tab.open(server.consoleUri() + "?MaxResults=" + rows + order)
                .until("document.querySelectorAll('#jobs tbody tr').length === " + rows);
    }

    /// Goes on by so many pages.
    static void walk(Tab tab, int pages) {
        for (int i = 0; i < pages; i += 50) {
            tab.evaluate(
                    """
                    (async () => {
                      const next = document.querySelector('#next'), first = () => document.querySelector('#jobs tbody a').textContent;
                      for (let i = 0; i < %s; i += 1) {
                        const before = first();
                        next.click();
                        while (first() === before) await new Promise((go) => setTimeout(go, 1));
                      }
                    })()
                    """
                            .formatted(Math.min(50, pages - i)));
        }
    }

    /// How many bytes of JavaScript objects the page holds.
    static long heap(Tab tab) {
        tab.call("HeapProfiler.collectGarbage", Map.of());
        return (long)
                Double.parseDouble(
                        tab.call("Runtime.getHeapUsage", Map.of()).at("usedSize").text());
    }
}
