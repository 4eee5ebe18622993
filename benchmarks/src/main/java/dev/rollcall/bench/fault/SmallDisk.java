package dev.rollcall.bench.fault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file system of its own, in memory, that can be filled up.
final class SmallDisk implements Closeable {

    private static final int PIECE = 64 * 1024;

    private final Path mounted;
    private final Path ballast;

    private SmallDisk(Path mounted) {
        this.mounted = mounted;
        this.ballast = mounted.resolve("ballast");
    }

    /// @throws NotPossibleHere if this user may not mount anything
    static SmallDisk mount(Path at, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(at);
        try {
            Tools.run(
                    List.of(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "size=%dm".formatted(megabytes),
                            "tmpfs",
                            at.toString()));
        } catch (IOException e) {
            throw new NotPossibleHere("only root can mount a small file system", e);
        }
        var disk = new SmallDisk(at);
        Files.createDirectory(disk.directory());
        return disk;
    }

    /// A directory in it.
    Path directory() {
        return mounted.resolve("data");
    }

    /// Leaves so many bytes free.
    void fill(long free) throws IOException {
        var store = Files.getFileStore(mounted);
        try (var out = Files.newOutputStream(ballast)) {
            while (store.getUsableSpace() > free + PIECE) {
                out.write(new byte[PIECE]);
            }
        }
    }

    /// Makes room again.
    void empty() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        try {
            Tools.run(List.of("umount", "--lazy", mounted.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
