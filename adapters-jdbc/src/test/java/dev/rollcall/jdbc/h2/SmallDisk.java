package dev.rollcall.jdbc.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file system for H2 on which no file grows beyond a size. A write that does not fit is written
/// as far as it fits, and then fails, as on a disk that is full.
public final class SmallDisk extends FilePathWrapper {

    static final String NAME = "small";
    static final String FULL = "No space left on device";

    private static final long NOTHING = -1;

    private static volatile long room = Long.MAX_VALUE;

    /// H2 creates each path from its class.
    public SmallDisk() {}

    /// @param bytes how large a file may be from now on
    static void holds(long bytes) {
        FilePath.register(new SmallDisk());
        room = bytes;
    }

    static void holdsAnything() {
        holds(Long.MAX_VALUE);
    }

    /// Not even what a file holds already can be written again.
    static void takesNothing() {
        holds(NOTHING);
    }

    @Override
    public String getScheme() {
        return NAME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SmallChannel(super.open(mode));
    }

    private static final class SmallChannel extends LayeredChannel {

        SmallChannel(FileChannel file) {
            super(file);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            long fits = room == NOTHING ? 0 : Math.max(room, file.size()) - position;
            if (source.remaining() <= fits) {
                return file.write(source, position);
            }
            if (fits <= 0) {
                throw new IOException(FULL);
            }
            int length = Math.toIntExact(fits);
            int written = file.write(source.slice(source.position(), length), position);
            source.position(source.position() + written);
            return written;
        }
    }
}
