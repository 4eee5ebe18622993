package dev.rollcall.jdbc.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A file system for H2 that passes everything on to another one, makes files readable by their
/// owner only, and notes the first write or sync that fails. H2 itself may close a database without
/// a word when its last writes fail.
public final class WatchedFiles extends FilePathWrapper {

    static final String SCHEME = "rollcall";

    /// H2 creates each path from its class, so what belongs to a path is found by its name.
    private static final Map<String, Watched> DATABASES = new ConcurrentHashMap<>();

    private record Watched(Path directory, WriteFailures failures) {}

    static {
        FilePath.register(new WatchedFiles());
    }

    /// For H2 alone.
    public WatchedFiles() {}

    /// Begins to watch a file, and those beside it whose names begin with its name and a dot.
    ///
    /// @return whether nobody in this process watches it already
    static boolean watch(H2File file, WriteFailures failures) {
        var watched = new Watched(file.directory(), failures);
        return DATABASES.putIfAbsent(base(file), watched) == null;
    }

    static void unwatch(H2File file) {
        DATABASES.remove(base(file));
    }

    private static String base(H2File file) {
        return FilePath.get(file.name()).toRealPath().toString();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var watched = watched();
        if (mode.equals("r") || watched.isEmpty()) {
            return super.open(mode);
        }
        var failures = watched.get().failures();
        try {
            OwnerOnly.file(watched.get().directory().resolve(getName()));
            return new WatchedChannel(super.open(mode), failures);
        } catch (IOException e) {
            throw failures.noted(e);
        }
    }

    private Optional<Watched> watched() {
        String file = getBase().toString();
        return DATABASES.entrySet().stream()
                .filter(it -> file.equals(it.getKey()) || file.startsWith(it.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class WatchedChannel extends LayeredChannel {

        private final WriteFailures failures;

        WatchedChannel(FileChannel file, WriteFailures failures) {
            super(file);
            this.failures = failures;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            try {
                return super.write(source, position);
            } catch (IOException e) {
                throw failures.noted(e);
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            try {
                super.implTruncate(size);
            } catch (IOException e) {
                throw failures.noted(e);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            try {
                super.force(metaData);
            } catch (IOException e) {
                throw failures.noted(e);
            }
        }
    }
}
