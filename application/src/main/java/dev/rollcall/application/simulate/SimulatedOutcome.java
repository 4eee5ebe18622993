package dev.rollcall.application.simulate;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a simulated job ends, unless it is stopped before.
///
/// @param status `Completed` or `Failed`
/// @param after how long it is in progress
/// @param reason the failure's; empty if the job completes
public record SimulatedOutcome(
        ProcessingJobStatus status, Duration after, Optional<JobMessage> reason) {

    /// What is not said otherwise.
    public static final SimulatedOutcome USUAL =
            new SimulatedOutcome(
                    ProcessingJobStatus.COMPLETED, Duration.ofSeconds(5), Optional.empty());

    /// The forms that [#parse] reads, for messages.
    public static final String FORMS =
            "Completed after 2s, Failed after 5s or Failed after 5s because TEXT; a time is a whole"
                    + " number and ms, s, m or h";

    private static final Pattern FORM =
            Pattern.compile(
                    "(Completed|Failed) after (\\d{1,9}) ?(ms|s|m|h)(?: because (.+))?",
                    Pattern.DOTALL);

    private static final JobMessage NO_REASON = new JobMessage("AlgorithmError: simulated failure");

    /// Reads an outcome; empty if the text has none of the [#FORMS].
    public static Optional<SimulatedOutcome> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var after = Duration.of(Long.parseLong(form.group(2)), unit(form.group(3)));
        Optional<String> reason = Optional.ofNullable(form.group(4));
        if (form.group(1).equals("Completed")) {
            return reason.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            new SimulatedOutcome(
                                    ProcessingJobStatus.COMPLETED, after, Optional.empty()));
        }
        return reason.map(SimulatedOutcome::message)
                .orElse(Optional.of(NO_REASON))
                .map(
                        message ->
                                new SimulatedOutcome(
                                        ProcessingJobStatus.FAILED, after, Optional.of(message)));
    }

    private static Optional<JobMessage> message(String text) {
        try {
            return Optional.of(new JobMessage(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Longer than any message of a job.
        }
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
