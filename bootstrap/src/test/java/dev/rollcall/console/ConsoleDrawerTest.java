package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A job beside the listing, and what a name, a reason or a message may not do to the page.
class ConsoleDrawerTest extends BrowserTest {

    private static final String REASON =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\nline two\n\u202Etxet\u0007";
    private static final String LONG = "x".repeat(1_000) + " \u05d0\u05d1\u05d2 the end.";

    private Service service;
    private Tab tab;

    @BeforeAll
    void start() {
        service = serve(List.of(failed("job-a", REASON, LONG), failed("job-b", "no", "none")));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void look() {
        tab = tab().open(service.consoleUri());
        awaitJobs(tab, List.of("job-b", "job-a"));
    }

    private static ProcessingJob failed(String name, String reason, String message) {
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName(name)),
                ProcessingJobStatus.FAILED,
                NOW.minusSeconds(100),
                NOW.minusSeconds(9),
                Optional.of(NOW.minusSeconds(10)),
                Optional.of(new JobMessage(message)),
                Optional.of(new JobMessage(reason)));
    }

    private Tab opened() {
        tab.click("#jobs tbody tr:nth-child(2) td.took");
        return tab.until("document.querySelector('dialog').open")
                .until("!document.querySelector('dialog').innerText.includes('Loading')");
    }

    @Test
    void a_job_is_told_whole() {
        opened();
        assertThat(tab.text("#drawer-title")).isEqualTo("job-a");
        assertThat(tab.text("dialog"))
                .contains("2026-03-01 13:58:20.000", "2026-03-01 13:59:50.000", "1 min 30 s")
                .contains("line two", LONG)
                .contains("arn:aws:sagemaker:us-east-1:123456789012:processing-job/job-a")
                .contains(
                        "aws sagemaker describe-processing-job --processing-job-name job-a"
                                + " --region us-east-1 --endpoint-url "
                                + service.uri()
                                + " --no-sign-request");
        assertThat(tab.text("dialog")).doesNotContain("InstanceCount", "ImageUri");
        assertThat(tab.evaluate("location.search")).isEqualTo("?Job=job-a");
    }

    /// Members of every form, as the API may have them.
    @Test
    void everything_that_is_known_of_a_job_is_shown() {
        tab.answerWith(
                """
                {"ProcessingJobSummaries":[{"ProcessingJobName":"j","ProcessingJobArn":"arn:aws:sagemaker:r:1:processing-job/j","ProcessingJobStatus":"Completed","CreationTime":1.7E9}],
                 "ProcessingJobName":"j","ProcessingJobArn":"arn:aws:sagemaker:r:1:processing-job/j",
                 "ProcessingJobStatus":"Completed","CreationTime":1.7E9,"ProcessingStartTime":1.70000001E9,
                 "Environment":{"LEVEL":"<b>debug</b>"},"ProcessingInputs":[{"InputName":"in","AppManaged":false}],
                 "ExperimentConfig":{},"RoleArn":"arn:aws:iam::1:role/r","StoppingCondition":{"MaxRuntimeInSeconds":3600}}
                """);
        tab.open(service.consoleUri() + "?Job=j").until("document.querySelector('dialog').open");
        tab.until("document.querySelector('dialog').innerText.includes('RoleArn')");
        assertThat(tab.text("dialog"))
                .contains("Started", "2023-11-15 00:13:30.000")
                .contains("Environment", "LEVEL", "<b>debug</b>")
                .contains("ProcessingInputs", "InputName", "AppManaged", "false")
                .contains("ExperimentConfig", "none", "arn:aws:iam::1:role/r", "3600");
    }

    @Test
    void hostile_text_is_text_and_what_cannot_be_seen_is_shown() {
        opened();
        assertThat(tab.text(".FailureReason"))
                .startsWith("<script>alert(1)</script><img src=x onerror=alert(2)>\nline two\n")
                .contains("U+202E", "U+0007");
        assertThat(tab.text("#jobs tbody")).contains("<script>alert(1)</script>");
        assertThat(
                        tab.evaluate(
                                "document.querySelectorAll('main script, main img, dialog script,"
                                        + " dialog img, [style]').length"))
                .isEqualTo("0");
        assertThat(
                        tab.evaluate(
                                "getComputedStyle(document.querySelector('.ExitMessage"
                                        + " bdi')).unicodeBidi"))
                .isEqualTo("isolate");
    }

    @Test
    void not_even_a_name_that_no_job_can_have_does_harm() {
        tab.answerWith(
                """
                {"ProcessingJobSummaries":[{"ProcessingJobName":"\\u202e<script>alert(1)</script>%s",\
                "ProcessingJobArn":"<a>:b:c:<img src=x onerror=alert(3)>:\\u202ee","ProcessingJobStatus":\
                "\\"><svg onload=alert(4)>","CreationTime":1.7E9,"FailureReason":"=\\u0000"}]}
                """
                        .formatted("y".repeat(1_024)));
        tab.open(service.consoleUri()).until("document.querySelector('#jobs tbody tr')");
        assertThat(tab.text("#jobs tbody"))
                .contains("U+202E", "<script>alert(1)</script>", "<svg onload=alert(4)>", "U+0000");
        tab.click("#jobs tbody a").until("document.querySelector('dialog').open");
        assertThat(tab.text("#drawer-title")).contains("<script>alert(1)</script>");
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo("true");
    }

    @Test
    void the_keyboard_opens_and_closes_and_finds_its_way_back() {
        tab.evaluate("document.querySelector('#jobs tbody tr:nth-child(2) a').focus()");
        tab.call("Input.dispatchKeyEvent", Map.of("type", "char", "text", "\r"));
        tab.press("Enter", 13);
        tab.until("document.querySelector('dialog').open");
        assertThat(
                        tab.evaluate(
                                "document.querySelector('dialog').contains(document.activeElement)"))
                .isEqualTo("true");
        tab.press("Escape", 27).until("!document.querySelector('dialog').open");
        tab.until("document.activeElement.innerText === 'job-a'");
        assertThat(tab.evaluate("location.search")).isEmpty();
    }

    @Test
    void the_address_of_a_drawer_opens_it_and_closing_it_leaves_the_listing() {
        tab.open(service.consoleUri() + "?SortBy=Name&Job=job-a");
        tab.until("document.querySelector('dialog').open").click("dialog .close");
        tab.until("!document.querySelector('dialog').open");
        assertThat(tab.evaluate("location.search")).isEqualTo("?SortBy=Name");
        tab.click("#jobs tbody a").until("document.querySelector('dialog').open");
        tab.evaluate("history.back()");
        tab.until("!document.querySelector('dialog').open");
    }

    @Test
    void a_press_becomes_a_click_even_if_the_details_come_before_the_release() {
        pressedBeforeTheDetailsCome("dialog .close");
        tab.until("!document.querySelector('dialog').open");
        pressedBeforeTheDetailsCome("dialog .copy");
        tab.until("document.querySelector('.copied').innerText !== ''");
    }

    private void pressedBeforeTheDetailsCome(String selector) {
        tab.evaluate(
                """
                (() => {
                  const real = window.fetch;
                  window.fetch = async (...request) => {
                    await new Promise((go) => { window.answer = go; });
                    window.fetch = real;
                    return real(...request);
                  };
                })()
                """);
        tab.click("#jobs tbody tr:nth-child(2) td.took")
                .until("document.querySelector('dialog').innerText.includes('Loading')");
        tab.click(
                selector,
                () -> {
                    tab.evaluate("answer()");
                    tab.until("!document.querySelector('dialog').innerText.includes('Loading')");
                });
    }

    @Test
    void what_stands_in_a_row_can_be_marked_with_the_mouse_and_opens_no_job() {
        var mouse = Mouse.over(tab, "#jobs tbody tr:nth-child(2) td.created time");
        mouse.does("mousePressed");
        mouse = new Mouse(tab, mouse.x() + 40, mouse.y());
        mouse.does("mouseMoved");
        mouse.does("mouseReleased");
        assertThat(tab.evaluate("getSelection().toString()")).matches("[0-9:. -]+");
        assertThat(tab.evaluate("document.querySelector('dialog').open")).isEqualTo("false");
    }

    @Test
    void the_arn_and_the_command_are_copied() {
        tab.call(
                "Browser.grantPermissions",
                Map.of(
                        "permissions",
                        List.of("clipboardReadWrite", "clipboardSanitizedWrite"),
                        "browserContextId",
                        tab.context()));
        opened().click("dialog .copy")
                .until("document.querySelector('.copied').innerText === 'Copied'");
        assertThat(tab.evaluate("navigator.clipboard.readText()")).endsWith("processing-job/job-a");
    }
}
