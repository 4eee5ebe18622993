package dev.rollcall.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Chromium without a window.
final class Browser implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /// A name that leads to this machine, but that a browser does not take for this machine.
    static final String ELSEWHERE = "rollcall.test";

    private static final String ANNOUNCED = "DevTools listening on ";

    private final Path profile;
    private final Process process;
    private final DevTools tools;

    private Browser(Path profile, Process process, DevTools tools) {
        this.profile = profile;
        this.process = process;
        this.tools = tools;
    }

    /// The browser of this machine, if it has one.
    static Optional<Path> installed() {
        var directories = Optional.ofNullable(System.getenv("PATH")).orElse("").split(":");
        return PROGRAMS.stream()
                .flatMap(name -> Arrays.stream(directories).map(d -> Path.of(d, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws IOException {
        var profile = Files.createTempDirectory("rollcall-console");
        var process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                // Its sandbox does not start for root, and it sees only this page.
                                "--no-sandbox",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-extensions",
                                "--disable-sync",
                                "--disable-ipc-flooding-protection",
                                "--force-color-profile=srgb",
                                "--hide-scrollbars",
                                "--no-first-run",
                                "--password-store=basic",
                                "--lang=en-GB")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return new Browser(profile, process, new DevTools(announced(process)));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI announced(Process process) throws IOException {
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(ANNOUNCED)) {
                Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
                return URI.create(line.substring(ANNOUNCED.length()));
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    /// A tab that shares nothing with the others: no storage, no cache.
    Tab tab() {
        String context =
                tools.call("", "Target.createBrowserContext", Map.of())
                        .at("browserContextId")
                        .text();
        return tab(context);
    }

    /// Another tab of the same person.
    Tab tab(String context) {
        var created =
                tools.call(
                        "",
                        "Target.createTarget",
                        Map.of("url", "about:blank", "browserContextId", context));
        String session =
                tools.call(
                                "",
                                "Target.attachToTarget",
                                Map.of("targetId", created.at("targetId").text(), "flatten", true))
                        .at("sessionId")
                        .text();
        return new Tab(tools, context, session);
    }

    /// Closes all tabs of a person.
    void forget(String context) {
        tools.call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    /// Where a tab's downloads go.
    void saveTo(Path directory, Tab tab) {
        tools.call(
                "",
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "browserContextId",
                        tab.context(),
                        "downloadPath",
                        directory.toString()));
    }

    @Override
    public void close() {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
