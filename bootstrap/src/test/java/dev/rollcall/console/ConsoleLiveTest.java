package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A page that stays open: jobs come and change, and the server goes away and comes back.
class ConsoleLiveTest extends BrowserTest {

    private static final List<ProcessingJob> JOBS = jobs(60);

    private static ProcessingJob job(String name, ProcessingJobStatus status, int modified) {
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName(name)),
                status,
                NOW.minusSeconds(1),
                NOW.plusSeconds(modified),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void record(Service service, ProcessingJob job) {
        service.useCases().recordProcessingJobs().record(List.of(job));
    }

    @Test
    void a_live_page_shows_what_is_new_and_keeps_the_readers_place() {
        try (var service = serve(JOBS)) {
            record(service, job("job-new", ProcessingJobStatus.IN_PROGRESS, 0));
            var tab = tab().resize(1200, 600).open(service.consoleUri() + "?Live=1");
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
            tab.evaluate(
                    """
                    (() => {
                      window.row = document.querySelectorAll('#jobs tbody tr')[12];
                      window.row.scrollIntoView({ block: 'center' });
                      window.row.querySelector('a').focus();
                      getSelection().selectAllChildren(window.row.querySelector('a'));
                      window.chosen = getSelection().toString();
                    })()
                    """);
            tab.evaluate("window.place = row.getBoundingClientRect().top");

            record(service, job("job-newer", ProcessingJobStatus.IN_PROGRESS, 1));
            record(service, job("job-new", ProcessingJobStatus.STOPPED, 2));

            tab.until("document.querySelector('#jobs tbody').innerText.includes('job-newer')");
            tab.until("document.querySelectorAll('#jobs tbody [data-status=Stopped]').length > 0");
            assertThat(tab.texts("#jobs tbody tr")).hasSize(25);
            assertThat(tab.evaluate("row.contains(document.activeElement)")).isEqualTo("true");
            assertThat(tab.evaluate("getSelection().toString() === chosen && chosen !== ''"))
                    .isEqualTo("true");
            // The browser scrolls back only in the frame after the rows were put in.
            tab.until("Math.abs(row.getBoundingClientRect().top - place) <= 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#timeline rect", "td.status .badge", "td.modified time"})
    void a_press_becomes_a_click_even_if_the_page_is_loaded_again_before_the_release(
            String selector) {
        try (var service = serve(JOBS)) {
            record(service, job("job-new", ProcessingJobStatus.IN_PROGRESS, 0));
            var tab = tab().open(service.consoleUri() + "?Live=1");
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
            tab.click(
                    selector,
                    () -> {
                        record(service, job("job-new", ProcessingJobStatus.STOPPED, 2));
                        tab.until("document.querySelector('#jobs [data-status=Stopped]')");
                    });
            tab.until("document.querySelector('#drawer-title').innerText === 'job-new'");
        }
    }

    @Test
    void filters_can_be_cleared_while_a_page_without_a_job_is_live() {
        try (var service = serve(JOBS)) {
            var tab = tab().open(service.consoleUri() + "?Live=1&NameContains=nothing");
            tab.until("document.querySelector('#empty button')");
            tab.click(
                    "#empty button",
                    () -> {
                        String asked = "performance.getEntriesByType('resource').length";
                        tab.evaluate("window.asked = " + asked);
                        tab.until(asked + " >= window.asked + 2");
                    });
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
        }
    }

    @Test
    void live_is_asked_for_and_called_off() {
        try (var service = serve(JOBS)) {
            var tab = tab().open(service.consoleUri());
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
            tab.click("#live");
            assertThat(tab.evaluate("location.search")).isEqualTo("?Live=5");
            tab.click("#live");
            assertThat(tab.evaluate("location.search")).isEmpty();
        }
    }

    @Test
    void a_server_that_goes_away_and_comes_back_is_found_again() {
        var service = serve(JOBS);
        int port = URI.create(service.uri()).getPort();
        var tab = tab().open(service.consoleUri());
        tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
        service.close();
        tab.click("#next");
        tab.until("document.querySelector('#problem').innerText.includes('does not answer')");
        assertThat(tab.text("#problem")).contains("Check that it is running", "Try again now");
        assertThat(tab.texts("#jobs tbody tr")).hasSize(25);

        try (var restarted = restarted(port)) {
            assertThat(restarted.consoleUri())
                    .isEqualTo(tab.evaluate("location.origin + location.pathname"));
            tab.until("document.querySelector('#problem').innerText === ''");
            tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
            assertThat(tab.text("#summary")).contains("25 jobs on this page");
        }
    }

    /// Another program may have got the port meanwhile, for its connection to somewhere.
    private static Service restarted(int port) {
        long start = System.nanoTime();
        while (true) {
            try {
                return serve(JOBS, port);
            } catch (UserError taken) {
                if (System.nanoTime() - start > Tab.PATIENCE) {
                    throw taken;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    @Test
    void something_else_that_answers_is_not_taken_for_rollcall() {
        try (var service = serve(JOBS)) {
            var tab = tab();
            tab.answerWith("<html>The proxy is tired</html>");
            tab.open(service.consoleUri());
            tab.until("document.querySelector('#problem').innerText.includes('not Rollcall')");
            assertThat(tab.text("#problem")).contains("status 200", "proxy");
        }
    }
}
