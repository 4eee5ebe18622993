package dev.rollcall.application;

import dev.rollcall.domain.tokens.SharedTokenKey;

import java.util.List;

/// Driven port: keeps the keys of page tokens where every replica finds them.
///
/// They protect nothing that the store holds: a token confers no rights, so whoever can read the
/// store gains nothing by its keys.
public interface KeepTokenKeys {

    /// The keys that are kept, in any order; none before the first was added.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    List<SharedTokenKey> readTokenKeys();

    /// Adds a key, unless there is one with its number.
    ///
    /// @return whether it was added; if not, another replica was faster
    /// @throws StorageUnavailable if the store cannot keep it now
    boolean addTokenKey(SharedTokenKey key);

    /// Removes a key, if it is there.
    ///
    /// @throws StorageUnavailable if the store cannot remove it now
    void removeTokenKey(SharedTokenKey key);
}
