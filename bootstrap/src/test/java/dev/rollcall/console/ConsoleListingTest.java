package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// What the table shows, and what the address makes of it.
class ConsoleListingTest extends BrowserTest {

    private static final List<ProcessingJob> JOBS = jobs(300);
    private static final Comparator<ProcessingJob> OLDEST_FIRST =
            Comparator.comparing(ProcessingJob::creationTime);
    private static final Comparator<ProcessingJob> BY_NAME =
            Comparator.comparing(job -> job.name().value());

    private Service service;
    private Tab tab;

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

    private static List<String> names(
            Comparator<ProcessingJob> order, Predicate<ProcessingJob> filter) {
        return JOBS.stream()
                .filter(filter)
                .sorted(order)
                .map(job -> job.name().value())
                .limit(25)
                .toList();
    }

    private static List<String> newest(Predicate<ProcessingJob> filter) {
        return names(OLDEST_FIRST.reversed(), filter);
    }

    /// A page of everything, as it is shown at first.
    private static List<String> page(int number) {
        return JOBS.stream()
                .sorted(OLDEST_FIRST.reversed())
                .map(job -> job.name().value())
                .skip(25L * (number - 1))
                .limit(25)
                .toList();
    }

    private String address() {
        return tab.evaluate("location.href");
    }

    @Test
    void the_newest_jobs_come_first_and_the_page_says_whose_they_are() {
        assertThat(tab.text("#scope")).isEqualTo("123456789012 · us-east-1");
        assertThat(tab.text("#summary"))
                .startsWith("25 jobs on this page")
                .contains("5 in progress");
        assertThat(tab.texts("#timeline rect")).hasSize(25);
        assertThat(address()).isEqualTo(service.consoleUri());
    }

    @Test
    void a_name_is_looked_for_as_it_is_typed() {
        tab.enter("#NameContains", "train");
        awaitJobs(tab, newest(job -> job.name().value().contains("train")));
        assertThat(address()).endsWith("/console/?NameContains=train");
    }

    @ParameterizedTest
    @CsvSource({"InProgress", "Completed", "Failed", "Stopped"})
    void a_status_selects_its_jobs(String status) {
        tab.choose("#StatusEquals", status);
        awaitJobs(tab, newest(job -> job.status().wireName().equals(status)));
        assertThat(
                        tab.evaluate(
                                "document.querySelectorAll('#jobs tbody .badge."
                                        + status
                                        + "').length"))
                .isEqualTo(
                        String.valueOf(newest(j -> j.status().wireName().equals(status)).size()));
    }

    @ParameterizedTest
    @CsvSource({"-1h, PT1H", "-24h, PT24H", "-7d, P7D"})
    void a_preset_selects_the_jobs_of_the_last_while(String preset, Duration span) {
        tab.choose("#CreationTime", preset);
        awaitJobs(tab, newest(job -> job.creationTime().isAfter(NOW.minus(span))));
        tab.choose("#CreationTime", "").choose("#LastModifiedTime", preset);
        awaitJobs(tab, newest(job -> job.lastModifiedTime().isAfter(NOW.minus(span))));
    }

    /// Helsinki is two hours ahead of UTC in March.
    @Test
    void each_of_the_four_times_bounds_the_listing_in_the_zone_of_the_reader() {
        var day = Instant.parse("2026-02-28T06:30:00Z");
        tab.choose("#CreationTime", "exactly").choose("#CreationTimeBefore", "2026-02-28T08:30:00");
        awaitJobs(tab, newest(job -> job.creationTime().isBefore(day)));
        tab.choose("#CreationTimeAfter", "2026-02-28T07:30:00");
        awaitJobs(tab, newest(created(day.minusSeconds(3600), day)));
        tab.click("#clear");
        awaitJobs(tab, page(1));

        tab.choose("#LastModifiedTime", "exactly");
        tab.choose("#LastModifiedTimeBefore", "2026-02-28T08:30:00");
        awaitJobs(tab, newest(job -> job.lastModifiedTime().isBefore(day)));
        tab.choose("#LastModifiedTimeAfter", "2026-02-28T08:00:00");
        awaitJobs(
                tab,
                newest(
                        job ->
                                job.lastModifiedTime().isAfter(day.minusSeconds(1800))
                                        && job.lastModifiedTime().isBefore(day)));
        tab.choose("#zone", "UTC");
        assertThat(tab.evaluate("document.querySelector('#LastModifiedTimeBefore').value"))
                .startsWith("2026-02-28T06:30");
    }

    private static Predicate<ProcessingJob> created(Instant after, Instant before) {
        return job -> job.creationTime().isAfter(after) && job.creationTime().isBefore(before);
    }

    @Test
    void a_head_sorts_and_a_second_click_turns_the_order_round() {
        tab.click("[data-sort=Name]");
        awaitJobs(tab, names(BY_NAME, _ -> true));
        assertThat(sorted("Name")).isEqualTo("ascending");
        tab.click("[data-sort=Name]");
        awaitJobs(tab, names(BY_NAME.reversed(), _ -> true));
        assertThat(sorted("Name")).isEqualTo("descending");

        tab.click("[data-sort=Status]");
        var byStatus =
                Comparator.comparing((ProcessingJob job) -> job.status().wireName())
                        .thenComparing(BY_NAME);
        awaitJobs(tab, names(byStatus, _ -> true));
        tab.click("[data-sort=Status]");
        awaitJobs(tab, names(byStatus.reversed(), _ -> true));

        tab.click("[data-sort=CreationTime]");
        awaitJobs(tab, page(1));
        tab.click("[data-sort=CreationTime]");
        awaitJobs(tab, names(OLDEST_FIRST, _ -> true));
        assertThat(List.of(sorted("Name"), sorted("CreationTime")))
                .containsExactly("none", "ascending");
    }

    private String sorted(String key) {
        return tab.evaluate(
                "document.querySelector('[data-sort=" + key + "]').closest('th').ariaSort");
    }

    @Test
    void one_pages_forward_and_back() {
        assertThat(tab.evaluate("document.querySelector('#previous').disabled")).isEqualTo("true");
        tab.click("#next");
        awaitJobs(tab, page(2));
        tab.click("#next");
        awaitJobs(tab, page(3));
        assertThat(tab.text("#page")).isEqualTo("Page 3");

        tab.reload();
        awaitJobs(tab, page(3));
        tab.click("#previous");
        awaitJobs(tab, page(2));
        tab.evaluate("history.back()");
        awaitJobs(tab, page(3));
        tab.click("#first");
        awaitJobs(tab, page(1));
    }

    @Test
    void the_last_page_has_no_next_one() {
        tab.choose("#MaxResults", "100");
        tab.until("document.querySelectorAll('#jobs tbody tr').length === 100");
        tab.click("#next").until("document.querySelector('#page').innerText === 'Page 2'");
        tab.until("!document.querySelector('#summary').innerText.startsWith('Load')");
        tab.click("#next").until("document.querySelector('#next').disabled");
        assertThat(tab.texts("#jobs tbody tr")).hasSize(100);
    }

    @Test
    void an_address_that_is_shared_shows_the_same() {
        tab.choose("#StatusEquals", "Completed").choose("#CreationTime", "-24h");
        tab.click("[data-sort=Name]");
        var filtered = names(BY_NAME, lately(ProcessingJobStatus.COMPLETED));
        awaitJobs(tab, filtered);
        tab.choose("#MaxResults", "10");
        awaitJobs(tab, filtered.subList(0, 10));
        tab.click("#next");
        awaitJobs(tab, filtered.subList(10, 20));

        // An hour later, elsewhere: a relative time still means what it meant.
        var other = browser().tab().at(NOW.plusSeconds(3600), "Asia/Tokyo").open(address());
        awaitJobs(other, filtered.subList(10, 20));
        assertThat(other.text("#page")).isEqualTo("Page 2");
        assertThat(other.evaluate("document.querySelector('#StatusEquals').value"))
                .isEqualTo("Completed");
        assertThat(other.evaluate("document.querySelector('#previous').disabled"))
                .isEqualTo("true");
    }

    private static Predicate<ProcessingJob> lately(ProcessingJobStatus status) {
        return job ->
                job.status() == status && job.creationTime().isAfter(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void an_address_whose_token_is_no_longer_good_leads_to_the_first_page_and_says_so() {
        tab.open(service.consoleUri() + "?Page=7&NextToken=gone");
        awaitJobs(tab, page(1));
        assertThat(tab.text("#notice")).contains("its token has expired");
        assertThat(address()).isEqualTo(service.consoleUri());
        assertThat(tab.text("#page")).isEqualTo("Page 1");
    }

    @Test
    void an_address_that_the_server_refuses_says_why_and_what_to_do() {
        tab.open(service.consoleUri() + "?StatusEquals=Done&CreationTimeAfter=yesterday");
        tab.until("document.querySelector('#problem').innerText !== ''");
        assertThat(tab.text("#problem"))
                .contains("does not accept", "Value 'Done' at 'statusEquals'", "clear them");
        assertThat(tab.text("#notice")).contains("CreationTimeAfter=yesterday");
        tab.click("#problem button:last-child");
        awaitJobs(tab, page(1));
        assertThat(tab.text("#problem")).isEmpty();
    }

    @Test
    void a_search_for_hostile_text_finds_nothing_and_does_nothing() {
        tab.enter("#NameContains", "<img src=x onerror=alert(1)>\u202e%_\\'\"");
        tab.until("!document.querySelector('#empty').hidden");
        assertThat(tab.text("#empty")).contains("No job matches these filters");
        tab.click("#empty button");
        awaitJobs(tab, page(1));
    }

    @Test
    void times_are_in_the_zone_of_the_reader_or_in_utc() {
        String first = "#jobs tbody tr:first-child td.created time";
        String here = tab.text(first);
        tab.choose("#zone", "UTC");
        assertThat(here).startsWith("2026-03-01 13:");
        assertThat(tab.text(first)).isEqualTo(here.replace(" 13:", " 11:"));
        assertThat(address()).endsWith("?Zone=UTC");
    }
}
