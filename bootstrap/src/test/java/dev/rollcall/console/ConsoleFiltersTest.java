package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// What the table shows: every filter, every order, times.
class ConsoleFiltersTest extends ListedJobsTest {

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
