/// The intake: `POST /events` records what EventBridge, or `rollcall import --to`, sends.
///
/// It is no part of AWS's API, and so a package beside `awsjson`. [IntakeHandler] takes the
/// requests that are its own, and leaves all others alone; [IntakeAccess] decides whose jobs a
/// request may record; [IntakeBody] reads the records, which the use case records.
@NullMarked
package dev.rollcall.http.intake;

import org.jspecify.annotations.NullMarked;
