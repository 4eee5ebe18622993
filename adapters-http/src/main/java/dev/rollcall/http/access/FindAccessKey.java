package dev.rollcall.http.access;

import java.util.Optional;

/// Driven port: finds the key that a request says it was signed with.
@FunctionalInterface
public interface FindAccessKey {

    /// The current key with this identifier, if there is one.
    ///
    /// It is called once for every request that could be signed, before anything about the client
    /// is known, so it must answer from memory.
    ///
    /// @param accessKeyId any text that a client sent
    Optional<AccessKey> find(String accessKeyId);
}
