package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.FindAccessKey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The access keys of a file in the format of [AccessKeyIni], as of when it was last read.
///
/// A new version of the file replaces the old one as a whole, between two requests. A broken one
/// leaves the old one in force.
public final class AccessKeyFile implements FindAccessKey {

    private final SecretFile file;
    private volatile Map<String, AccessKey> keys;

    private AccessKeyFile(SecretFile file, Map<String, AccessKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /// Reads the file.
    ///
    /// @throws UserError if it can't be read, is broken, or others can read it
    public static AccessKeyFile open(SecretFile file) {
        return new AccessKeyFile(file, read(file));
    }

    /// Reads the file again.
    ///
    /// @throws UserError as [#open] does; the keys stay what they were
    public void reload() {
        keys = read(file);
    }

    public Path file() {
        return file.path();
    }

    @Override
    public Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    private static Map<String, AccessKey> read(SecretFile file) {
        try {
            return AccessKeyIni.parse(file.read().lines().toList());
        } catch (IOException e) {
            throw new UserError(
                    "The access keys in %s can't be read: %s".formatted(file, e.getMessage()),
                    "check the name, and that the file is readable for the user that runs"
                            + " Rollcall.",
                    e);
        } catch (AccessKeyIni.Broken e) {
            throw new UserError(
                    "The access keys in %s are broken: %s".formatted(file, e.reason()),
                    "correct the file; 'rollcall serve --help' shows its format.",
                    e);
        }
    }
}
