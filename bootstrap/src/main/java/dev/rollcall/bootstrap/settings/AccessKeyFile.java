package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.FindAccessKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The access keys of a file in the format of [AccessKeyIni], as of when it was last read.
///
/// A new version of the file replaces the old one as a whole, between two requests. One that is
/// broken or cannot be read leaves the old one in force; one without keys lets nobody in.
public final class AccessKeyFile implements FindAccessKey {

    private static final Logger LOG = LoggerFactory.getLogger(AccessKeyFile.class);

    private final SecretFile file;
    private volatile Map<String, AccessKey> keys;

    private AccessKeyFile(SecretFile file, Map<String, AccessKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /// Reads the file.
    ///
    /// @throws UserError if it can't be read, is broken, holds no key, or others can read it
    public static AccessKeyFile open(SecretFile file) {
        try {
            Map<String, AccessKey> keys = read(file);
            if (keys.isEmpty()) {
                throw new UserError(
                        "There is no access key in %s.".formatted(file),
                        "add one to the file; 'rollcall serve --help' shows its format.");
            }
            return new AccessKeyFile(file, keys);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Reads the file again. Whoever takes away the last key, or the file, wants nobody to get in.
    ///
    /// @throws UserError if the file is there but can't be read, is broken, or others can read it;
    ///   the keys stay what they were
    public void reload() {
        try {
            keys = read(file);
        } catch (NoSuchFileException _) {
            keys = Map.of();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (keys.isEmpty()) {
            LOG.warn("There is no access key in {}: until there is one, nobody is let in.", file);
        }
    }

    public Path file() {
        return file.path();
    }

    @Override
    public Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(keys.get(accessKeyId));
    }

    private static Map<String, AccessKey> read(SecretFile file) throws IOException {
        try {
            return AccessKeyIni.parse(file.read().lines().toList());
        } catch (AccessKeyIni.Broken e) {
            throw new UserError(
                    "The access keys in %s are broken: %s".formatted(file, e.reason()),
                    "correct the file; 'rollcall serve --help' shows its format.",
                    e);
        }
    }

    private static UserError unreadable(SecretFile file, IOException e) {
        return new UserError(
                "The access keys in %s can't be read: %s".formatted(file, FailureText.of(e)),
                "check the name, and that the file is text and readable for the user that runs"
                        + " Rollcall.",
                e);
    }
}
