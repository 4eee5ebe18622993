package dev.rollcall.http.intake;

import java.util.Collection;

/// Driven port: the keys with which jobs may be recorded.
@FunctionalInterface
public interface FindIntakeKey {

    /// The current keys. It is called for every request that presents a key, before anything about
    /// the client is known, so it must answer from memory.
    Collection<IntakeKey> keys();
}
