package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.tokens.TokenRefusal;
import dev.rollcall.domain.validation.Violation;

import java.util.List;
import java.util.Optional;

/// The answer to a listing request.
public sealed interface ListingResult {

    /// A page of jobs, and the token of the next one; the last page has none.
    record Listed(List<ProcessingJob> jobs, Optional<String> nextToken) implements ListingResult {}

    /// The request breaks constraints; these are all of them.
    record Invalid(List<Violation> violations) implements ListingResult {}

    /// The request's token does not open. The reason is for the log; a client learns none.
    record TokenRefused(TokenRefusal reason) implements ListingResult {}
}
