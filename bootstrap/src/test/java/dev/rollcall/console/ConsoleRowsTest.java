package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The rows of a long page, which are put in over several frames, so that no task is a long one.
class ConsoleRowsTest extends ListedJobsTest {

    /// As many as fit below all else in the 900 pixels of the tab.
    private static final int A_SCREENFUL = 21;

    @BeforeEach
    void ask_for_long_pages() {
        tab.choose("#MaxResults", "100");
        awaitJobs(tab, page(1, 100));
    }

    private List<Integer> whileRowsArePutIn(Runnable change, List<String> jobs) {
        tab.evaluate(
                """
                window.put = [];
                new MutationObserver((changes) => put.push(changes.flatMap((c) => [...c.addedNodes]).length))
                  .observe(document.querySelector('#jobs tbody'), { childList: true });
                """);
        change.run();
        awaitJobs(tab, jobs);
        return Json.parse(tab.evaluate("JSON.stringify(put)")).items().stream()
                .map(count -> Integer.valueOf(count.text()))
                .toList();
    }

    @Test
    void no_task_puts_in_more_rows_than_fill_the_screen() {
        var counts = whileRowsArePutIn(() -> tab.click("#next"), page(2, 100));
        assertThat(counts).allMatch(count -> count <= A_SCREENFUL);
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        tab.until("document.querySelector('#jobs').ariaBusy === 'false'");
    }

    /// The browser would have to lay out all of them at once, in the task that put them in.
    @Test
    void nothing_asks_for_a_place_or_width_once_rows_have_changed() {
        tab.evaluate(
                """
                (() => {
                  window.asked = [];
                  const rows = new MutationObserver(() => {});
                  rows.observe(document.querySelector('#jobs tbody'), { childList: true });
                  for (const name of ['clientWidth', 'clientHeight', 'scrollTop', 'getBoundingClientRect', 'scrollIntoView']) {
                    const usual = Object.getOwnPropertyDescriptor(Element.prototype, name);
                    const watched = (way) => way && function (...given) {
                      asked.push({ name, late: rows.takeRecords().length > 0 });
                      return way.apply(this, given);
                    };
                    Object.defineProperty(Element.prototype, name,
                      'value' in usual ? { ...usual, value: watched(usual.value) } : { ...usual, get: watched(usual.get) });
                  }
                })()
                """);
        tab.evaluate("document.querySelector('#next').click()");
        awaitJobs(tab, page(2, 100));
        assertThat(tab.evaluate("asked.some((one) => one.name === 'clientWidth')"))
                .isEqualTo("true");
        assertThat(tab.evaluate("JSON.stringify(asked.filter((one) => one.late))")).isEqualTo("[]");
    }

    @Test
    void a_page_that_overtakes_another_leaves_none_of_its_rows() {
        tab.evaluate(
                """
                window.held = new Map();
                let last = 1e6;
                window.requestAnimationFrame = (draw) => (held.set(++last, draw), last);
                window.cancelAnimationFrame = (id) => held.delete(id);
                """);
        tab.click("#next");
        awaitJobs(tab, page(2, 100).subList(0, A_SCREENFUL));
        assertThat(tab.evaluate("document.querySelector('#jobs').ariaBusy")).isEqualTo("true");

        tab.click("#next");
        awaitJobs(tab, page(3, 100).subList(0, A_SCREENFUL));
        tab.evaluate("held.forEach((draw) => draw())");
        awaitJobs(tab, page(3, 100));
        assertThat(tab.evaluate("document.querySelector('#jobs').ariaBusy")).isEqualTo("false");
    }
}
