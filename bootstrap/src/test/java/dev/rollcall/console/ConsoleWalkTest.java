package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Long listings: walked page by page, and saved whole.
class ConsoleWalkTest extends BrowserTest {

    /// More than the page remembers the way back of.
    private static final int PAGES = 300;

    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"y\")\n, and more";

    @TempDir private Path downloads;

    @Test
    void a_long_walk_takes_no_more_memory_than_a_short_one() throws Exception {
        try (var server = EndlessListing.server()) {
            server.start();
            var tab = EndlessListing.open(tab(), server, 25);
            EndlessListing.walk(tab, 100);
            long early = EndlessListing.heap(tab);
            EndlessListing.walk(tab, PAGES - 100);
            assertThat(tab.text("#page")).isEqualTo("Page " + (PAGES + 1));
            assertThat(EndlessListing.heap(tab) - early)
                    .as("growth in bytes")
                    .isLessThan(1_000_000);
            assertThat(tab.evaluate("history.state.earlier.length")).isEqualTo("200");
        }
    }

    private static List<ProcessingJob> jobsWithAFormula() {
        var all = new ArrayList<>(jobs(450));
        all.add(
                new ProcessingJob(
                        new ProcessingJobArn(SCOPE, new ProcessingJobName("bad-formula")),
                        ProcessingJobStatus.FAILED,
                        NOW.minusSeconds(60),
                        NOW,
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.of(new JobMessage(FORMULA))));
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
        long start = System.nanoTime();
        while (System.nanoTime() - start < Tab.PATIENCE) {
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
        try (var server = EndlessListing.server()) {
            server.start();
            var tab = tab().open(server.consoleUri().toString());
            browser().saveTo(downloads, tab);
            tab.until("document.querySelectorAll('#jobs tbody tr').length > 0").click("#csv");
            tab.until("document.querySelector('#download-status').innerText.includes(',')");
            tab.click("#download-cancel");
            tab.until("document.querySelector('#download-status').innerText === 'Cancelled.'");
            assertThat(downloads).isEmptyDirectory();
        }
    }
}
