package dev.rollcall.application;

/// Who asks, for use cases that let clients take turns. It gives no rights.
///
/// @param id the same for all requests of a client
public record Client(String id) {

    /// All who are not told apart.
    public static final Client ANYBODY = new Client("");
}
