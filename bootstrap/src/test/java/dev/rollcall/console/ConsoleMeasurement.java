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
              const tasks = [], frames = [], turns = [];
              new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)))
                .observe({ type: 'longtask' });
              let last = performance.now(), watching = true;
              const frame = (now) => {
                frames.push(now - last);
                last = now;
                if (watching) requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
              const first = () => document.querySelector('#jobs tbody a').textContent;
              const nextFrame = () => new Promise((go) => requestAnimationFrame(go));
              for (let i = 0; i < 100; i += 1) {
                const before = first(), start = performance.now();
                document.querySelector('#next').click();
                while (first() === before) await nextFrame();
                turns.push(performance.now() - start);
                for (let y = 0; y < 20; y += 1) {
                  scrollBy(0, 150);
                  await nextFrame();
                }
              }
              watching = false;
              await nextFrame();
              const at = (all, part) => all.sort((a, b) => a - b)[Math.floor((all.length - 1) * part)].toFixed(1);
              return `${frames.length} frames: median ${at(frames, 0.5)} ms, 99 of 100 within ${at(frames, 0.99)} ms,`
                + ` longest ${at(frames, 1)} ms; tasks of 50 ms or more: ${tasks.length}`
                + (tasks.length ? `, longest ${at(tasks, 1)} ms` : '')
                + `; from a click to the next page's rows: median ${at(turns, 0.5)} ms, longest ${at(turns, 1)} ms`;
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
