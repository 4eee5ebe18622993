package dev.rollcall.bootstrap.wiring;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.util.Optional;

/// The token keys of a storage that replicas share: a file of theirs, for a key that each made for
/// itself would open no page of another.
final class SharedTokenKeys {

    private SharedTokenKeys() {}

    /// @throws UserError if there is no file
    static TokenKeyRing of(String storage, Optional<SecretFile> file) {
        return file.map(keys -> new TokenKeyFile(keys).read())
                .orElseThrow(
                        () ->
                                new UserError(
                                        "Listing from %s needs keys for its page tokens."
                                                .formatted(storage),
                                        "rollcall token-keys new > FILE, chmod 600 FILE, and"
                                                + " give --token-keys FILE: the same file to"
                                                + " all replicas."));
    }
}
