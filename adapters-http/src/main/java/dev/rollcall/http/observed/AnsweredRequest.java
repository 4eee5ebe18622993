package dev.rollcall.http.observed;

import java.time.Duration;

/// A request that was answered.
///
/// @param id as the client got it
/// @param status the HTTP status of the answer
/// @param took from the head's arrival until the last byte of the answer was handed over
/// @param notes what was found out about it
public record AnsweredRequest(String id, int status, Duration took, RequestNotes notes) {

    /// What became of it, in a word.
    public Outcome outcome() {
        if (notes.refusal().isPresent()) {
            return Outcome.REFUSED;
        }
        if (notes.throttled()) {
            return Outcome.THROTTLED;
        }
        return switch (status / 100) {
            case 1, 2, 3 -> Outcome.OK;
            case 4 -> status == 429 ? Outcome.THROTTLED : Outcome.INVALID;
            default -> status == 503 ? Outcome.UNAVAILABLE : Outcome.FAILED;
        };
    }

    /// What becomes of requests.
    public enum Outcome {
        /// Answered as asked.
        OK,
        /// The request breaks a rule of HTTP, of the API or of the operation.
        INVALID,
        /// The client did not show who it is, or its key is not valid for this.
        REFUSED,
        /// The client sends too many requests.
        THROTTLED,
        /// The storage or the memory for requests could not serve it, or the server stops.
        UNAVAILABLE,
        /// An error inside Rollcall.
        FAILED
    }
}
