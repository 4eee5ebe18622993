package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.contract.ReferenceStore;
import dev.rollcall.domain.jobs.JobMessage;
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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Long listings: walked page by page, and saved whole.
class ConsoleWalkTest extends BrowserTest {

    /// More than the page remembers the way back of. `-Dwalked.pages=10000` takes its time.
    private static final int PAGES = Integer.getInteger("walked.pages", 300);

    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"y\")\n, and more";

    @TempDir private Path downloads;

    @Test
    void a_long_walk_takes_no_more_memory_than_a_short_one() throws Exception {
        try (var server = endless()) {
            server.start();
            var tab =
                    tab().open(
                                    server.consoleUri()
                                            + "?MaxResults=100&SortBy=Name&SortOrder=Ascending");
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 100");
            walk(tab, 100);
            long early = heap(tab);
            walk(tab, PAGES - 100);
            assertThat(tab.text("#page")).isEqualTo("Page " + (PAGES + 1));
            assertThat(heap(tab) - early).as("growth in bytes").isLessThan(3_000_000);
            assertThat(tab.evaluate("history.state.earlier.length")).isEqualTo("200");
        }
    }

    private static void walk(Tab tab, int pages) {
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

    private static long heap(Tab tab) {
        tab.call("HeapProfiler.collectGarbage", Map.of());
        return (long)
                Double.parseDouble(
                        tab.call("Runtime.getHeapUsage", Map.of()).at("usedSize").text());
    }

    /// A server with as many jobs as anybody asks for.
    private static RollcallServer endless() {
        FindProcessingJobs store =
                (selection, _) -> {
                    int from = begin(selection);
                    return new Slice.Full(
                            IntStream.range(from, from + selection.limit())
                                    .mapToObj(ConsoleWalkTest::numbered)
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
        return running(String.format(Locale.ROOT, "job-%08d", number));
    }

    private static ProcessingJob running(String name) {
        return job(name, Optional.empty());
    }

    private static ProcessingJob job(String name, Optional<JobMessage> reason) {
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName(name)),
                reason.isPresent() ? ProcessingJobStatus.FAILED : ProcessingJobStatus.IN_PROGRESS,
                NOW.minusSeconds(60),
                NOW,
                reason.map(_ -> NOW),
                Optional.empty(),
                reason);
    }

    private static List<ProcessingJob> jobsWithAFormula() {
        var all = new ArrayList<>(jobs(450));
        all.add(job("bad-formula", Optional.of(new JobMessage(FORMULA))));
        return all;
    }

    private Tab opened(Service service, String search) {
        var tab = tab().open(service.consoleUri() + search);
        browser().saveTo(downloads, tab);
        return tab.until("document.querySelectorAll('#jobs tbody tr').length > 0");
    }

    private String saved(Tab tab, String form) throws IOException {
        tab.click("#" + form);
        tab.until("document.querySelector('#download-status').innerText.endsWith('saved.')");
        for (int i = 0; i < 500; i++) {
            try (Stream<Path> files = Files.list(downloads)) {
                var file = files.filter(f -> f.toString().endsWith("." + form)).findFirst();
                // The browser puts an empty file there first.
                if (file.isPresent() && Files.size(file.get()) > 0) {
                    return Files.readString(file.get());
                }
            }
            tab.evaluate("new Promise((go) => setTimeout(go, 20))");
        }
        throw new AssertionError("nothing was saved");
    }

    @Test
    void the_listing_as_filtered_is_saved_as_csv_and_no_text_becomes_a_formula() throws Exception {
        try (var service = serve(jobsWithAFormula())) {
            var csv =
                    saved(
                            opened(service, "?StatusEquals=Failed&SortBy=Name&SortOrder=Ascending"),
                            "csv");
            assertThat(csv)
                    .startsWith(
                            "ProcessingJobName,ProcessingJobStatus,CreationTime,ProcessingEndTime,")
                    .contains(
                            "\r\n"
                                + "bad-formula,Failed,2026-03-01T11:59:00.000Z,2026-03-01T12:00:00.000Z,2026-03-01T12:00:00.000Z,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\n"
                                + ", and"
                                + " more\",,arn:aws:sagemaker:us-east-1:123456789012:processing-job/bad-formula\r\n");
            long failed =
                    jobs(450).stream()
                            .filter(j -> j.status() == ProcessingJobStatus.FAILED)
                            .count();
            assertThat(csv.split("\r\n")).hasSize((int) failed + 2);
        }
    }

    @Test
    void the_whole_listing_is_saved_as_json() throws Exception {
        try (var service = serve(jobsWithAFormula())) {
            var tab = opened(service, "?MaxResults=10");
            var json = Json.parse(saved(tab, "json"));
            assertThat(tab.text("#download-status")).isEqualTo("451 jobs saved.");
            assertThat(json.at("ProcessingJobSummaries").items()).hasSize(451);
            var last = json.at("ProcessingJobSummaries").items().getLast();
            assertThat(last.at("CreationTime").text()).matches("2026-02-2\\dT.*\\.\\d{3}Z");
        }
    }

    @Test
    void saving_can_be_cancelled() throws Exception {
        try (var server = endless()) {
            server.start();
            var tab = tab().open(server.consoleUri() + "?SortBy=Name&SortOrder=Ascending");
            browser().saveTo(downloads, tab);
            tab.until("document.querySelectorAll('#jobs tbody tr').length > 0").click("#csv");
            tab.until("document.querySelector('#download-status').innerText.includes(',')");
            tab.click("#download-cancel");
            tab.until("document.querySelector('#download-status').innerText === 'Cancelled.'");
            assertThat(downloads).isEmptyDirectory();
        }
    }
}
