package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the page looks, on a phone and on a desk, in light and in dark: axe finds no fault, nothing
/// sticks out, and pictures are taken for a person to look at.
///
/// The pictures go to `target/screenshots`. README's is made anew with
/// `-Dscreenshots=../docs/images`.
class ConsoleLooksTest extends BrowserTest {

    private static final Path PICTURES =
            Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final String OF_README = "desk-light-named";

    private static final List<ProcessingJob> JOBS = jobs(1000);

    private Service service;
    private Service signed;
    private String axe;

    @BeforeAll
    void start() throws IOException {
        service = serve(JOBS);
        var access =
                new Access.Signed(
                        _ -> Optional.empty(), Access.Signed.DEFAULT_SKEW, Optional.empty());
        signed = serve(JOBS, HttpSettings.of("127.0.0.1", 0, access));
        try (var script = ConsoleLooksTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), UTF_8);
        }
    }

    @AfterAll
    void stop() {
        service.close();
        signed.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "desk, 1440, light",
        "desk, 1440, dark",
        "phone, 360, light",
        "phone, 360, dark",
        "wall, 2560, dark"
    })
    void the_page_is_pleasant_and_accessible(String place, int width, String scheme)
            throws IOException {
        var tab = tab().prefer(scheme).resize(width, width > 400 ? width * 10 / 16 : 740);
        tab.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", axe));
        String name = place + "-" + scheme + "-";

        tab.open(service.consoleUri());
        tab.until("document.querySelectorAll('#jobs tbody tr').length === 25");
        examine(tab, name + "listing");

        tab.open(service.consoleUri() + "?NameContains=evaluate&CreationTimeAfter=-24h");
        tab.until("document.querySelectorAll('#jobs tbody tr').length > 9");
        examine(tab, name + "named");

        tab.open(service.consoleUri() + "?StatusEquals=Failed&CreationTimeAfter=-7d&MaxResults=50");
        tab.until("document.querySelectorAll('#jobs tbody [data-status=Failed]').length > 9");
        examine(tab, name + "failed");

        tab.click("#jobs tbody tr:nth-child(2) a").until("document.querySelector('dialog').open");
        tab.until("!document.querySelector('dialog').innerText.includes('Loading')");
        examine(tab, name + "job");

        tab.open(
                service.consoleUri()
                        + "?NameContains=nothing&CreationTimeBefore=2026-02-01T00:00Z");
        tab.until("!document.querySelector('#empty').hidden");
        examine(tab, name + "empty");

        tab.open(service.consoleUri() + "?StatusEquals=Done");
        tab.until("document.querySelector('#problem').innerText !== ''");
        examine(tab, name + "problem");

        tab.open(signed.consoleUri()).until("!document.querySelector('#signin').hidden");
        examine(tab, name + "keys");
    }

    private void examine(Tab tab, String name) throws IOException {
        tab.until("document.querySelector('#progress').hidden");
        tab.until("document.querySelector('#jobs').ariaBusy !== 'true'");
        picture(tab, name);
        assertThat(tab.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("what sticks out of " + name)
                .isIn("0", "-0");
        assertThat(faults(tab)).as(name).isEqualTo("[]");
    }

    private String faults(Tab tab) {
        return tab.evaluate(
                """
                axe.run({ resultTypes: ['violations'] }).then((found) => JSON.stringify(
                  found.violations.map((v) => [v.id, ...v.nodes.map((n) => n.html + ' ' + n.failureSummary)])))
                """);
    }

    private static void picture(Tab tab, String name) throws IOException {
        Files.createDirectories(PICTURES);
        if (System.getProperty("screenshots") == null) {
            Files.write(PICTURES.resolve(name + ".png"), tab.screenshot());
        } else if (name.equals(OF_README)) {
            Files.write(PICTURES.resolve("console.png"), tab.resize(1200, 750).screenshot());
        }
    }
}
