package dev.rollcall.domain.tokens;

import java.time.Instant;

/// A key of page tokens that a store keeps for all replicas.
///
/// @param number counts the keys of a store from 1, in the order in which they were added
/// @param added when it was added, by the clock of whoever did
public record SharedTokenKey(int number, Instant added, TokenSecret secret) {}
