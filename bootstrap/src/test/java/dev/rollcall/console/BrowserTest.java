package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tests of the console in a real browser, and over a real server. Where there is no browser they
/// are skipped, and say so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NeedsBrowser.class)
abstract class BrowserTest {

    static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String ZONE = "Europe/Helsinki";

    private final List<Tab> tabs = new ArrayList<>();

    /// Whatever a test does, the page breaks none of its own rules and asks nobody else.
    @AfterEach
    void the_browser_has_nothing_to_complain_about() {
        try {
            for (Tab tab : tabs) {
                assertThat(tab.log().complaints()).isEmpty();
                assertThat(tab.log().requests())
                        .allMatch(
                                address ->
                                        address.matches(
                                                "(blob:)?https?://(127\\.0\\.0\\.1|rollcall\\.test):\\d+/.*|about:blank|data:.*"));
            }
        } finally {
            tabs.stream().map(Tab::context).distinct().forEach(browser()::forget);
            tabs.clear();
        }
    }

    /// A tab of a person in [#ZONE] at [#NOW].
    Tab tab() {
        return kept(browser().tab().at(NOW, ZONE));
    }

    /// A tab of a person whose clock is right.
    Tab tabOfToday() {
        return kept(browser().tab());
    }

    private Tab kept(Tab tab) {
        tabs.add(tab);
        return tab;
    }

    /// Waits until the table shows these jobs and no others, in this order.
    static void awaitJobs(Tab tab, List<String> names) {
        String shown =
                "JSON.stringify([...document.querySelectorAll('#jobs tbody a')].map(a =>"
                        + " a.textContent))";
        try {
            tab.until(shown + " === " + Json.of(Json.of(names)));
        } catch (AssertionError e) {
            assertThat(tab.texts("#jobs tbody a")).as(e.getMessage()).isEqualTo(names);
            throw e;
        }
    }

    static Browser browser() {
        return Running.BROWSER;
    }

    /// Started when it is first asked for. It ends with the JVM.
    private static final class Running {

        static final Browser BROWSER = start();

        private static Browser start() {
            try {
                var browser = Browser.start(Browser.installed().orElseThrow());
                Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
                return browser;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A server for everybody, on a free port, with these jobs.
    static Service serve(List<ProcessingJob> jobs) {
        return serve(jobs, 0);
    }

    static Service serve(List<ProcessingJob> jobs, int port) {
        var access = new Access.Open(SCOPE.account(), SCOPE.region());
        return serve(jobs, HttpSettings.of("127.0.0.1", port, access));
    }

    static Service serve(List<ProcessingJob> jobs, HttpSettings settings) {
        var service = Service.over(new WiredStorages(), new StorageSettings.InMemory(), settings);
        service.useCases().recordProcessingJobs().record(jobs);
        service.start();
        return service;
    }

    /// Jobs of the last hours and days before [#NOW].
    static List<ProcessingJob> jobs(int count) {
        return new DemoJobs(SCOPE, NOW).jobs(0, count);
    }
}
