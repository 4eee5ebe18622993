package dev.rollcall.http.access;

import java.util.Optional;

/// Driven port: finds the key that a request says it was signed with.
@FunctionalInterface
public interface FindAccessKey {

    /// The key of this identifier, as it stands now; empty if there is none, or none any more.
    ///
    /// It is asked once for every request that could be a signed one, before anything about the
    /// client is known, so it answers from memory.
    ///
    /// @param accessKeyId whatever the client sent
    Optional<AccessKey> find(String accessKeyId);
}
