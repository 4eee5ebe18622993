package dev.rollcall.console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Measures the page in a real browser, and prints what it saw: `docs/console.md` has the command.
/// It is no part of the build, since its figures are those of the machine.
class ConsoleMeasurement extends BrowserTest {

    private static final String FRAMES_OF_PAGES =
            """
            (async () => {
              const now = () => performance.now(), nextFrame = () => new Promise((go) => requestAnimationFrame(go));
              const clicks = [], firstRows = [], allRows = [], tasks = [], frames = [];
              const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
              watch.observe({ type: 'longtask' });
              let last = now(), watching = true;
              const frame = (at) => {
                frames.push(at - last);
                last = at;
                if (watching) requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
              const jobs = document.querySelector('#jobs'), first = () => jobs.querySelector('tbody a').textContent;
              for (let i = 0; i < 100; i += 1) {
                const before = first(), click = now();
                clicks.push(click);
                document.querySelector('#next').click();
                while (first() === before) await nextFrame();
                firstRows.push(now() - click);
                while (jobs.ariaBusy === 'true') await nextFrame();
                allRows.push(now() - click);
                for (let y = 0; y < 20; y += 1) {
                  scrollBy(0, 150);
                  await nextFrame();
                }
              }
              watching = false;
              await new Promise((go) => setTimeout(go, 500));
              const halted = new Set(tasks.map((t) => clicks.findLastIndex((click) => click <= t.startTime + t.duration)));
              const at = (all, part) => all.sort((a, b) => a - b)[Math.floor((all.length - 1) * part)].toFixed(1);
              const both = (all) => `median ${at(all, 0.5)} ms, longest ${at(all, 1)} ms`;
              return `${halted.size} of ${clicks.length} page turns have a task of 50 ms or more`
                + (tasks.length ? `: ${tasks.length} tasks, ${both(tasks.map((t) => t.duration))}` : '')
                + `\\nfrom a click to the first rows: ${both(firstRows)}; to all rows: ${both(allRows)}`
                + `\\n${frames.length} frames: ${both(frames)}; 99 of 100 within ${at(frames, 0.99)} ms`;
            })()
            """;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void memory_of_a_walk_of_ten_thousand_pages() throws Exception {
        try (var server = EndlessListing.server()) {
            server.start();
            var tab = EndlessListing.open(tab(), server, 100);
            int walked = 0;
            for (int pages : List.of(100, 1_000, 5_000, 10_000)) {
                EndlessListing.walk(tab, pages - walked);
                walked = pages;
                System.out.printf(
                        Locale.ROOT,
                        "after %d pages of 100 jobs: %.2f MB of JavaScript objects, %s elements%n",
                        pages,
                        EndlessListing.heap(tab) / 1e6,
                        tab.evaluate("document.querySelectorAll('*').length"));
            }
        }
    }

    @Test
    void frames_while_pages_of_a_hundred_rows_are_turned_and_scrolled() throws Exception {
        try (var server = EndlessListing.server()) {
            server.start();
            var tab = EndlessListing.open(tab(), server, 100);
            tab.evaluate(FRAMES_OF_PAGES);
            System.out.println(tab.evaluate(FRAMES_OF_PAGES));
        }
    }
}
