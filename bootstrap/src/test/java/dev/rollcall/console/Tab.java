package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A tab of a browser, as a person uses it: with mouse, keyboard and eyes.
final class Tab {

    /// How long to wait for what is to be seen, in nanoseconds.
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final DevTools tools;
    private final String context;
    private final String session;
    private final TabLog log = new TabLog();

    Tab(DevTools tools, String context, String session) {
        this.tools = tools;
        this.context = context;
        this.session = session;
        tools.add(
                (from, event, details) -> {
                    if (from.equals(session)) {
                        log.happened(event, details);
                    }
                });
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        resize(1440, 900);
    }

    Json call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    String context() {
        return context;
    }

    TabLog log() {
        return log;
    }

    Tab resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /// `light` or `dark`.
    Tab prefer(String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /// A person in this zone, whose clock stands still at this time.
    Tab at(Instant time, String zone) {
        call("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        call(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "Date.now = () => " + time.toEpochMilli()));
        return this;
    }

    /// Gives this answer to every request to the API, in place of the server.
    void answerWith(String json) {
        tools.add(
                (from, event, details) -> {
                    if (from.equals(session) && event.equals("Fetch.requestPaused")) {
                        answer(details, json);
                    }
                });
        call("Fetch.enable", Map.of());
    }

    private void answer(Json paused, String json) {
        String id = paused.at("requestId").text();
        if (paused.at("request", "method").text().equals("POST")) {
            String body = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
            var _ =
                    tools.send(
                            session,
                            "Fetch.fulfillRequest",
                            Map.of("requestId", id, "responseCode", 200, "body", body));
        } else {
            var _ = tools.send(session, "Fetch.continueRequest", Map.of("requestId", id));
        }
    }

    /// Opens an address, and waits until the page has loaded; not until its jobs have.
    Tab open(String address) {
        call("Page.navigate", Map.of("url", address));
        until("location.href !== 'about:blank' && document.readyState === 'complete'");
        return this;
    }

    /// The text that a script results in; waits for a promise.
    String evaluate(String script) {
        var answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", script,
                                "awaitPromise", true,
                                "userGesture", true,
                                "returnByValue", true));
        assertThat(answer.members()).as(script).doesNotContainKey("exceptionDetails");
        return answer.at("result", "value").text();
    }

    /// Waits until a condition holds.
    Tab until(String condition) {
        long start = System.nanoTime();
        while (!holds(condition)) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new AssertionError(
                        "Not to be seen: %s. The page says: %s. %s"
                                .formatted(condition, text("body"), log.complaints()));
            }
            pause();
        }
        return this;
    }

    private boolean holds(String condition) {
        try {
            return evaluate(
                            "(() => { try { return Boolean(%s) } catch { return false } })()"
                                    .formatted(condition))
                    .equals("true");
        } catch (DevTools.Refused e) {
            return false; // The page is just being left.
        }
    }

    /// Loads the page again.
    Tab reload() {
        evaluate("window.old = true");
        call("Page.reload", Map.of());
        return until("!window.old && document.readyState === 'complete'");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// The text of an element, as far as it can be seen.
    String text(String selector) {
        return evaluate("document.querySelector('%s').innerText".formatted(selector));
    }

    /// The texts of all such elements.
    List<String> texts(String selector) {
        return Json.parse(
                        evaluate(
                                "JSON.stringify([...document.querySelectorAll('%s')].map(e => e.innerText))"
                                        .formatted(selector)))
                .texts();
    }

    /// Clicks in the middle of an element.
    Tab click(String selector) {
        return click(selector, () -> {});
    }

    /// The same, of a person who presses, and releases after something has happened.
    Tab click(String selector, Runnable meanwhile) {
        var mouse = Mouse.over(this, selector);
        mouse.does("mousePressed");
        meanwhile.run();
        mouse.does("mouseReleased");
        return this;
    }

    /// Clicks into a field, replaces what it holds, and leaves it.
    Tab enter(String selector, String text) {
        click(selector);
        evaluate("document.querySelector('%s').select()".formatted(selector));
        call("Input.insertText", Map.of("text", text));
        return press("Tab", 9);
    }

    /// Chooses a value of a list, or gives a field one that it is not typed into, such as a time.
    Tab choose(String selector, String value) {
        evaluate(
                """
                (() => {
                  const e = document.querySelector('%s');
                  e.value = '%s';
                  e.dispatchEvent(new Event('change', { bubbles: true }));
                })()
                """
                        .formatted(selector, value));
        return this;
    }

    Tab press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "windowsVirtualKeyCode", code));
        }
        return this;
    }

    byte[] screenshot() {
        String png = call("Page.captureScreenshot", Map.of("format", "png")).at("data").text();
        return Base64.getDecoder().decode(png);
    }
}
