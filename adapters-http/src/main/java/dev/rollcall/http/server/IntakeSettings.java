package dev.rollcall.http.server;

import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.http.intake.FindIntakeKey;

import java.time.Duration;
import java.util.Optional;

/// Who may record jobs, and what.
///
/// @param keys the keys that a request may present; without them, whoever signs with an access key
///   that may record, and on a server without signatures everybody
/// @param maxAhead how far ahead of the clock the times of a record may lie
public record IntakeSettings(Optional<FindIntakeKey> keys, Duration maxAhead) {

    /// No keys, and a day.
    public static final IntakeSettings DEFAULT =
            new IntakeSettings(Optional.empty(), JobRecord.USUAL_MAX_AHEAD);
}
