package dev.rollcall.application;

/// How the connections of a store are used at a moment.
///
/// @param busy how many calls use one
/// @param idle how many are open and not used
/// @param waiting how many calls wait for one
public record ConnectionUse(int busy, int idle, int waiting) {

    /// Of a store without connections.
    public static final ConnectionUse NONE = new ConnectionUse(0, 0, 0);
}
