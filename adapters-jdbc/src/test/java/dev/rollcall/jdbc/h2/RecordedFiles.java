package dev.rollcall.jdbc.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A file system for H2 that passes writes on to the disk and keeps a journal of them, of one file
/// at a time: that of a database. It forces nothing: what matters is what H2 believes to be forced.
public final class RecordedFiles extends FilePathWrapper {

    static final String NAME = "recorded";

    private static volatile WriteJournal journal = new WriteJournal();

    /// H2 creates each path from its class.
    public RecordedFiles() {}

    /// Begins a new journal, for the file that is opened next.
    static WriteJournal begin() {
        FilePath.register(new RecordedFiles());
        journal = new WriteJournal();
        return journal;
    }

    @Override
    public String getScheme() {
        return NAME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new RecordedChannel(super.open(mode), journal);
    }

    @Override
    public void moveTo(FilePath target, boolean atomicReplace) {
        throw anotherFile();
    }

    @Override
    public OutputStream newOutputStream(boolean append) {
        throw anotherFile();
    }

    @Override
    public FilePath createTempFile(String suffix, boolean inTempDir) {
        throw anotherFile();
    }

    private static UnsupportedOperationException anotherFile() {
        return new UnsupportedOperationException("is not recorded");
    }

    private static final class RecordedChannel extends LayeredChannel {

        private final WriteJournal journal;

        RecordedChannel(FileChannel file, WriteJournal journal) {
            super(file);
            this.journal = journal;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            var bytes = ByteBuffer.allocate(source.remaining()).put(source.duplicate()).flip();
            int written = file.write(source, position);
            journal.add(new WriteJournal.Event.Write(position, bytes));
            return written;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            journal.add(new WriteJournal.Event.Truncate(size));
        }

        @Override
        public void force(boolean metaData) {
            journal.add(new WriteJournal.Event.Force());
        }
    }
}
