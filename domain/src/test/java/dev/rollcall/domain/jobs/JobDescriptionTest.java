package dev.rollcall.domain.jobs;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What several records of one job say together.
class JobDescriptionTest {

    private static final Instant FINE = NOON.plusMillis(345);
    private static final Instant END = NOON.plusSeconds(600).plusMillis(789);

    @ParameterizedTest
    @CsvSource({
        "InProgress, 0, Completed, 1, Completed",
        "Completed, 0, InProgress, 1, InProgress",
        "Stopping, 0, Stopped, 0, Stopped",
        "InProgress, 0, Failed, 0, Failed",
        "InProgress, 0, Stopping, 0, Stopping",
        "Completed, 0, Failed, 0, Failed"
    })
    void the_later_record_gives_the_status_and_at_the_same_time_the_one_that_ended(
            String status, int millis, String other, int otherMillis, String merged) {
        var one = summary(status, NOON.plusMillis(millis));
        var two = summary(other, NOON.plusMillis(otherMillis));

        assertThat(merged(one, two).job().status().wireName()).isEqualTo(merged);
        assertThat(merged(two, one)).isEqualTo(merged(one, two));
    }

    @Test
    void nothing_of_an_older_record_is_mixed_into_a_newer_one() {
        var failed = job("Failed", NOON, FINE, Optional.of(END), Optional.of("out of memory"));
        var bare = job("InProgress", NOON.plusMillis(1), FINE, Optional.empty(), Optional.empty());

        assertThat(merged(failed, bare)).isEqualTo(bare);
        assertThat(merged(bare, failed)).isEqualTo(bare);
    }

    @Test
    void of_two_records_that_tie_the_one_that_says_more_counts() {
        var silent = job("Failed", END, FINE, Optional.empty(), Optional.empty());
        var ended = job("Failed", END, FINE, Optional.of(END), Optional.empty());
        var reasoned = job("Failed", END, FINE, Optional.of(END), Optional.of("out of memory"));

        assertThat(merged(reasoned, merged(silent, ended))).isEqualTo(reasoned);
        assertThat(merged(merged(ended, reasoned), silent)).isEqualTo(reasoned);
    }

    @Test
    void a_time_cut_to_seconds_never_replaces_a_finer_one_of_that_second() {
        var fine = job("Completed", END, FINE, Optional.of(END), Optional.empty());
        var cut =
                job(
                        "Completed",
                        END.plusSeconds(1),
                        NOON,
                        Optional.of(END.truncatedTo(ChronoUnit.SECONDS)),
                        Optional.empty());
        var both = job("Completed", END.plusSeconds(1), FINE, Optional.of(END), Optional.empty());

        assertThat(merged(fine, cut)).isEqualTo(both);
        assertThat(merged(cut, fine)).isEqualTo(both);
    }

    @Test
    void a_newer_record_may_correct_a_time_to_another_second() {
        var known = job("Completed", END, FINE, Optional.of(END), Optional.empty());
        var corrected =
                job(
                        "Completed",
                        END.plusMillis(1),
                        FINE.minusSeconds(1),
                        Optional.of(END.plusSeconds(9)),
                        Optional.empty());

        assertThat(merged(known, corrected)).isEqualTo(corrected);
        assertThat(merged(corrected, known)).isEqualTo(corrected);
    }

    @Test
    void a_record_from_beyond_the_horizon_is_superseded_by_any_other() {
        var impossible = summary("InProgress", Instant.parse("5138-11-16T09:46:39Z"));
        var known = summary("Completed", NOON);

        assertThat(impossible.merge(known, END)).isEqualTo(known);
        assertThat(known.merge(impossible, END)).isEqualTo(known);
        assertThat(known.merge(impossible, Instant.MAX)).isEqualTo(impossible);
        assertThat(known.merge(impossible, impossible.job().lastModifiedTime()))
                .isEqualTo(impossible);
    }

    @Test
    void details_complete_a_summary_whichever_is_newer() {
        for (int millis : List.of(-1, 0, 1)) {
            var details = describing("InProgress", NOON.plusMillis(millis), "RoleArn", "\"a\"");
            var summary = summary("InProgress", NOON);
            assertThat(merged(summary, details).details()).isEqualTo(details.details());
            assertThat(merged(details, summary)).isEqualTo(merged(summary, details));
        }
    }

    @Test
    void late_details_never_turn_a_status_back() {
        var details = describing("InProgress", NOON, "RoleArn", "\"a\"");
        var ended = summary("Completed", END);

        assertThat(merged(ended, details))
                .isEqualTo(new JobDescription(ended.job(), details.details()));
    }

    @Test
    void every_member_is_kept_and_of_two_values_the_one_with_the_later_version() {
        var one = details(Map.of("A", detail(0, "1"), "B", detail(1, "2")));
        var two = details(Map.of("B", detail(0, "3"), "C", detail(0, "4")));

        assertThat(merged(one, two).details().members())
                .containsExactly(
                        Map.entry("A", detail(0, "1")),
                        Map.entry("B", detail(1, "2")),
                        Map.entry("C", detail(0, "4")));
        assertThat(merged(two, one)).isEqualTo(merged(one, two));
    }

    @Test
    void of_two_values_with_one_version_the_longer_text_counts_and_then_the_greater() {
        var empty = details(Map.of("Environment", detail(0, "{}")));
        var full = details(Map.of("Environment", detail(0, "{\"A\":\"1\"}")));
        var greater = details(Map.of("Environment", detail(0, "{\"A\":\"2\"}")));

        assertThat(merged(full, empty)).isEqualTo(full);
        assertThat(merged(empty, full)).isEqualTo(full);
        assertThat(merged(greater, full)).isEqualTo(greater);
        assertThat(merged(full, greater)).isEqualTo(greater);
    }

    @Test
    void a_detail_from_beyond_the_horizon_is_superseded_by_any_other() {
        var impossible = details(Map.of("RoleArn", detail(2, "\"impossible\"")));
        var known = details(Map.of("RoleArn", detail(1, "\"a\"")));

        assertThat(impossible.merge(known, NOON.plusMillis(1)).details())
                .isEqualTo(known.details());
        assertThat(known.merge(impossible, NOON.plusMillis(1)).details())
                .isEqualTo(known.details());
    }

    @Test
    void jobs_with_names_in_other_case_are_not_merged() {
        var one = new JobDescription(Jobs.job("one"));
        var other = new JobDescription(Jobs.job("One"));

        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(other, Instant.MAX));
    }

    private static JobDescription merged(JobDescription one, JobDescription other) {
        return one.merge(other, Instant.MAX);
    }

    private static JobDescription summary(String status, Instant modified) {
        return job(status, modified, FINE, Optional.empty(), Optional.empty());
    }

    private static JobDescription details(Map<String, JobDetail> members) {
        return new JobDescription(Jobs.job("train-7"), new JobDetails(members));
    }

    private static JobDetail detail(int millis, String json) {
        return new JobDetail(NOON.plusMillis(millis), json);
    }

    private static JobDescription describing(
            String status, Instant modified, String member, String json) {
        return new JobDescription(
                summary(status, modified).job(),
                new JobDetails(Map.of(member, new JobDetail(modified, json))));
    }

    private static JobDescription job(
            String status,
            Instant modified,
            Instant created,
            Optional<Instant> ended,
            Optional<String> failureReason) {
        return new JobDescription(
                new ProcessingJob(
                        new ProcessingJobArn(SCOPE, new ProcessingJobName("train-7")),
                        ProcessingJobStatus.ofWireName(status).orElseThrow(),
                        created,
                        modified,
                        ended,
                        Optional.empty(),
                        failureReason.map(JobMessage::new)));
    }
}
