package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.KeepTokenKeys;
import dev.rollcall.application.ShareTokenKeys;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where the keys of a storage's page tokens are.
sealed interface TokenKeyPlace {

    /// In this process only.
    record InMemory(TokenKeyRing keys) implements TokenKeyPlace {}

    /// In a file, which people may change.
    ///
    /// @param read reads it
    record InFile(Supplier<TokenKeyRing> read) implements TokenKeyPlace {}

    /// In the storage itself, where all replicas find them.
    record InStore(KeepTokenKeys store) implements TokenKeyPlace {}

    /// A new key, which ends with the process.
    static TokenKeyPlace inMemory() {
        return new InMemory(new TokenKeyRing(List.of(TokenKeyFile.newSecret().key())));
    }

    /// In the storage, unless there is a file.
    static TokenKeyPlace of(Optional<SecretFile> file, KeepTokenKeys store) {
        return file.<TokenKeyPlace>map(keys -> new InFile(new TokenKeyFile(keys)::read))
                .orElseGet(() -> new InStore(store));
    }

    /// The keys as they are now.
    ///
    /// @throws dev.rollcall.cli.errors.UserError if a file cannot be used
    /// @throws dev.rollcall.application.StorageUnavailable if the store cannot answer
    default TokenKeyRing read(InstantSource clock) {
        return switch (this) {
            case InMemory memory -> memory.keys();
            case InFile file -> file.read().get();
            case InStore(var store) -> sharing(store, clock).current();
        };
    }

    static ShareTokenKeys sharing(KeepTokenKeys store, InstantSource clock) {
        return new ShareTokenKeys(
                store, clock, PageTokens.DEFAULT_LIFETIME, TokenKeyFile::newSecret);
    }
}
