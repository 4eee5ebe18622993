package dev.rollcall.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.intake.IntakeBody.RefusedRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/// What the body of a request to the intake may hold.
class IntakeBodyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static final String SUMMARY =
            """
            {"ProcessingJobName": "NAME",
             "ProcessingJobArn": "arn:aws:sagemaker:us-east-1:111122223333:processing-job/NAME",
             "CreationTime": 1704320199.5, "ProcessingJobStatus": "Completed"}
            """;

    private static final String EVENT =
            """
            {"version": "0", "source": "aws.sagemaker",
             "detail-type": "SageMaker Processing Job State Change", "detail": SUMMARY}
            """;

    private static String summary(String name) {
        return SUMMARY.replace("NAME", name).replace("\n", " ");
    }

    private static String event(String name) {
        return EVENT.replace("SUMMARY", summary(name)).replace("\n", " ");
    }

    private static IntakeBody read(String body) {
        return read(body, _ -> true);
    }

    private static IntakeBody read(String body, Predicate<Scope> mayRecord) {
        return IntakeBody.read(
                body.getBytes(StandardCharsets.UTF_8), NOW, Duration.ofDays(1), mayRecord);
    }

    private static List<String> names(IntakeBody body) {
        return body.jobs().stream().map(it -> it.job().name().value()).toList();
    }

    @Test
    void an_event_is_one_record() {
        assertThat(names(read(event("a")))).containsExactly("a");
    }

    @Test
    void events_may_come_in_a_list_one_a_line_or_glued_together() {
        for (String between : List.of("", "\n", ",")) {
            String both = event("a") + between + summary("b");
            assertThat(names(read(both))).containsExactly("a", "b");
            assertThat(read(both).refused()).isEmpty();
        }
        assertThat(names(read("[%s, %s]".formatted(event("a"), event("b")))))
                .containsExactly("a", "b");
    }

    @Test
    void a_bad_record_is_refused_by_its_position_and_the_good_ones_beside_it_are_read() {
        var body =
                read(
                        String.join(
                                "\n",
                                event("a"),
                                summary("b").replace("Completed", "Done"),
                                "nonsense",
                                event("c")));
        assertThat(names(body)).containsExactly("a", "c");
        assertThat(body.refused()).extracting(RefusedRecord::position).containsExactly(2, 3);
        assertThat(body.refused()).extracting(it -> it.at().line()).containsExactly(2L, 3L);
        assertThat(body.refused().getFirst().reason()).contains("ProcessingJobStatus is 'Done'");
    }

    @Test
    void a_job_that_the_key_may_not_record_is_refused() {
        var body = read(event("a"), scope -> scope.region().value().equals("eu-west-1"));
        assertThat(body.jobs()).isEmpty();
        assertThat(body.refused())
                .extracting(RefusedRecord::reason)
                .containsExactly(
                        "the key may not record jobs of account 111122223333 in us-east-1");
    }

    @Test
    void a_time_far_ahead_of_the_clock_is_refused() {
        var body = read(summary("a").replace("1704320199.5", "\"2026-11-29T12:00:01Z\""));
        assertThat(body.jobs()).isEmpty();
        assertThat(body.refused().getFirst().reason()).contains("more than 1d ahead of the clock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "[]", "[[]]", ",,"})
    void a_body_without_a_value_holds_nothing(String body) {
        assertThat(read(body)).isEqualTo(new IntakeBody(List.of(), List.of(), 0));
    }

    @Test
    void all_that_is_refused_is_counted_and_a_thousand_of_it_are_listed() {
        var body = read("[" + "1,".repeat(5_000) + summary("a") + ",2]");
        assertThat(names(body)).containsExactly("a");
        assertThat(body.refusedInAll()).isEqualTo(5_001);
        assertThat(body.refused()).hasSize(1_000);
        assertThat(body.refused().getLast().position()).isEqualTo(1_000);
    }

    /// Few bytes can stand for gigabytes.
    @Test
    void what_is_gzipped_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(event("a").getBytes(StandardCharsets.UTF_8));
        }
        var body = IntakeBody.read(bytes.toByteArray(), NOW, Duration.ofDays(1), _ -> true);
        assertThat(body.jobs()).isEmpty();
        assertThat(body.refused())
                .extracting(RefusedRecord::reason)
                .containsExactly("gzipped; send it as it is");
    }
}
