package dev.rollcall.console;

import static dev.rollcall.console.BrowserTest.NOW;
import static dev.rollcall.console.BrowserTest.SCOPE;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.contract.ReferenceStore;
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
import java.util.Map;

/// A listing without an end, and a tab that walks it.
final class EndlessListing {

    private static final DemoJobs JOBS = new DemoJobs(SCOPE, NOW);

    private EndlessListing() {}

    /// A server with as many jobs as anybody asks for, the newest first.
    static RollcallServer server() {
        FindProcessingJobs store =
                (selection, _) -> {
                    int from = begin(selection);
                    return new Slice.Full(JOBS.jobs(from, from + selection.limit()));
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
        int high = 3_000_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (selection.matches(JOBS.jobs(middle, middle + 1).getFirst())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Opens the first page.
    static Tab open(Tab tab, RollcallServer server, int rows) {
        return tab.open(server.consoleUri() + "?MaxResults=" + rows)
                .until("document.querySelectorAll('#jobs tbody tr').length === " + rows);
    }

    /// Goes on by so many pages.
    static void walk(Tab tab, int pages) {
        for (int i = 0; i < pages; i += 50) {
            tab.evaluate(
                    """
                    (async () => {
                      const next = document.querySelector('#next'), jobs = document.querySelector('#jobs');
                      const first = () => jobs.querySelector('tbody a').textContent;
                      for (let i = 0; i < %s; i += 1) {
                        const before = first();
                        next.click();
                        while (first() === before || jobs.ariaBusy === 'true') await new Promise((go) => setTimeout(go, 1));
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
