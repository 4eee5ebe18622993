package dev.rollcall.jdbc.h2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Files and directories that nobody but their owner can read, where the file system knows
/// permissions.
final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY =
            PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /// Creates a file that is missing, and takes the permissions of all others from one that is
    /// there.
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(FILE));
        } catch (FileAlreadyExistsException _) {
            tighten(file);
        }
    }

    /// Only the owner of a file may change who can read it.
    private static void tighten(Path file) {
        try {
            if (hasPermissions() && !FILE.containsAll(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, FILE);
            }
        } catch (IOException e) {
            LOG.warn("Others can read {}. Recommended action: chmod 600 {}", file, file, e);
        }
    }

    /// Creates a directory that is missing, with its parents, so that it survives a power cut. One
    /// that is there is left alone, since others may use it too; a warning says so if everybody can
    /// enter it.
    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            create(directory.toAbsolutePath());
        } else if (hasPermissions()
                && Files.getPosixFilePermissions(directory).stream()
                        .anyMatch(OF_OTHERS::contains)) {
            LOG.warn(
                    "Everybody on this machine can enter the data directory {}. Recommended action:"
                            + " chmod 700 {}",
                    directory,
                    directory);
        }
    }

    private static void create(Path directory) throws IOException {
        List<Path> missing =
                Stream.iterate(directory, it -> it != null && !Files.exists(it), Path::getParent)
                        .toList();
        Files.createDirectories(directory, attributes(DIRECTORY));
        for (Path created : missing) {
            force(created.resolveSibling(""));
        }
    }

    /// Makes durable which files and directories are in a directory.
    static void force(Path directory) throws IOException {
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
