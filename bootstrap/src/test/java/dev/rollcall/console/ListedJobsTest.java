package dev.rollcall.console;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.ProcessingJob;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Tests that look at a listing of made-up jobs, which begins at its first page.
abstract class ListedJobsTest extends BrowserTest {

    static final List<ProcessingJob> JOBS = jobs(300);
    static final Comparator<ProcessingJob> OLDEST_FIRST =
            Comparator.comparing(ProcessingJob::creationTime);
    static final Comparator<ProcessingJob> BY_NAME =
            Comparator.comparing(job -> job.name().value());

    Service service;
    Tab tab;

    @BeforeAll
    void start() {
        service = serve(JOBS);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void look() {
        tab = tab().open(service.consoleUri());
        awaitJobs(tab, page(1));
    }

    static List<String> names(Comparator<ProcessingJob> order, Predicate<ProcessingJob> filter) {
        return JOBS.stream()
                .filter(filter)
                .sorted(order)
                .map(job -> job.name().value())
                .limit(25)
                .toList();
    }

    static List<String> newest(Predicate<ProcessingJob> filter) {
        return names(OLDEST_FIRST.reversed(), filter);
    }

    /// A page of everything, as it is shown at first.
    static List<String> page(int number) {
        return page(number, 25);
    }

    static List<String> page(int number, int size) {
        return JOBS.stream()
                .sorted(OLDEST_FIRST.reversed())
                .map(job -> job.name().value())
                .skip((long) size * (number - 1))
                .limit(size)
                .toList();
    }

    String address() {
        return tab.evaluate("location.href");
    }
}
