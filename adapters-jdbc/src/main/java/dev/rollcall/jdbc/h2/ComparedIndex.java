package dev.rollcall.jdbc.h2;

/// An index, and whether it had what its table has when both were compared.
///
/// @param entries how many entries the index had
public record ComparedIndex(String table, String index, long entries, boolean agrees) {}
