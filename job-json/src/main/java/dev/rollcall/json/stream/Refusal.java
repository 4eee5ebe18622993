package dev.rollcall.json.stream;

/// Something in a text that is no job, or one that cannot be read.
///
/// @param at where it begins
/// @param lines how many lines are refused with it; 1 for a record, however many it has
/// @param reason what is wrong with it, and what helps if that is known; no sentence of a parser
public record Refusal(Place at, long lines, String reason) {}
