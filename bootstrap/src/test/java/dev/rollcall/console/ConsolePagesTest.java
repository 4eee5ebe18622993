package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.function.Predicate;

/// Where the reader is: pages forward and back, and the address of it all.
class ConsolePagesTest extends ListedJobsTest {

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
    void an_impatient_second_click_goes_no_further() {
        tab.evaluate("[1, 2].forEach(() => document.querySelector('#next').click())");
        awaitJobs(tab, page(2));
        assertThat(tab.text("#page")).isEqualTo("Page 2");
        tab.click("#previous");
        awaitJobs(tab, page(1));
    }

    @Test
    void the_last_page_has_no_next_one() {
        tab.choose("#MaxResults", "100");
        tab.until("document.querySelectorAll('#jobs tbody tr').length === 100");
        tab.click("#next").until("document.querySelector('#page').innerText === 'Page 2'");
        tab.until("!document.querySelector('#summary').innerText.startsWith('Load')");
        tab.click("#next").until("document.querySelector('#next').disabled");
        awaitJobs(tab, page(3, 100));
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
}
