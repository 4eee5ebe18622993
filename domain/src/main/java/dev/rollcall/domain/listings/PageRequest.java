package dev.rollcall.domain.listings;

import java.util.Optional;

/// A request for one page that keeps every constraint.
///
/// @param nextToken the token of the page before, still sealed
public record PageRequest(ListingQuery query, PageSize pageSize, Optional<String> nextToken) {}
