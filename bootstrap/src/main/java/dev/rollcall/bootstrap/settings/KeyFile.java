package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.intake.IntakeKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys of a file, as of when it was last read.
///
/// A new version of the file replaces the old one as a whole, between two requests. One that is
/// broken or cannot be read leaves the old one in force; one without keys lets nobody in.
public final class KeyFile<K> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    /// How the keys of one kind are written.
    @FunctionalInterface
    private interface Format<K> {

        Map<String, K> parse(List<String> lines) throws IniFile.Broken;
    }

    private final String kind;
    private final SecretFile file;
    private final Format<K> format;
    private volatile Map<String, K> keys;

    private KeyFile(String kind, SecretFile file, Format<K> format) {
        this.kind = kind;
        this.file = file;
        this.format = format;
        this.keys = Map.of();
    }

    /// Reads a file of access keys, by their identifiers ([AccessKeyIni]).
    ///
    /// @throws UserError if it can't be read, is broken, holds no key, or others can read it
    public static KeyFile<AccessKey> ofAccessKeys(SecretFile file) {
        return opened(new KeyFile<>("access", file, AccessKeyIni::parse));
    }

    /// Reads a file of intake keys, by their names ([IntakeKeyIni]).
    ///
    /// @throws UserError if it can't be read, is broken, holds no key, or others can read it
    public static KeyFile<IntakeKey> ofIntakeKeys(SecretFile file) {
        return opened(new KeyFile<>("intake", file, IntakeKeyIni::parse));
    }

    private static <K> KeyFile<K> opened(KeyFile<K> keys) {
        try {
            keys.keys = keys.read();
        } catch (IOException e) {
            throw keys.unreadable(e);
        }
        if (keys.keys.isEmpty()) {
            throw new UserError(
                    "There is no %s key in %s.".formatted(keys.kind, keys.file),
                    "add one to the file; 'rollcall serve --help' shows its format.");
        }
        return keys;
    }

    /// Reads the file again. Whoever takes away the last key, or the file, wants nobody to get in.
    ///
    /// @throws UserError if the file is there but can't be read, is broken, or others can read it;
    ///   the keys stay what they were
    public void reload() {
        try {
            keys = read();
        } catch (NoSuchFileException _) {
            keys = Map.of();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (keys.isEmpty()) {
            LOG.warn("There is no {} key in {}: until there is one, nobody is let in.", kind, file);
        }
    }

    /// What the file holds, for people to read.
    public String description() {
        return "The %s keys".formatted(kind);
    }

    public Path file() {
        return file.path();
    }

    /// The current keys.
    public Map<String, K> keys() {
        return keys;
    }

    /// The current key of this name, if there is one.
    public Optional<K> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    private Map<String, K> read() throws IOException {
        try {
            return format.parse(file.read().lines().toList());
        } catch (IniFile.Broken e) {
            throw new UserError(
                    "The %s keys in %s are broken: %s".formatted(kind, file, e.reason()),
                    "correct the file; 'rollcall serve --help' shows its format.",
                    e);
        }
    }

    private UserError unreadable(IOException e) {
        return new UserError(
                "The %s keys in %s can't be read: %s".formatted(kind, file, FailureText.of(e)),
                "check the name, and that the file is text and readable for the user that runs"
                        + " Rollcall.",
                e);
    }
}
