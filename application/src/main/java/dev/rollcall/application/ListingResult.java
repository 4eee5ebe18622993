package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.tokens.TokenRefusal;
import dev.rollcall.domain.validation.Violation;

import java.util.List;
import java.util.Optional;

/// The result of a listing request.
public sealed interface ListingResult {

    /// A page of jobs, and the token of the next one; the last page has none.
    record Listed(List<ProcessingJob> jobs, Optional<String> nextToken) implements ListingResult {}

    /// The request breaks constraints; these are all violations.
    record Invalid(List<Violation> violations) implements ListingResult {}

    /// The request's token is not valid for this listing. The reason is for the log; a client does
    /// not learn it.
    record TokenRefused(TokenRefusal reason) implements ListingResult {}
}
