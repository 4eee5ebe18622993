package dev.rollcall.bootstrap;

import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.Checked;
import dev.rollcall.domain.JobRecord;
import dev.rollcall.domain.ProcessingJob;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Records the jobs of files in batches, and counts what became of them.
final class Importer {

    private static final int BATCH = 1_000;

    private final RecordProcessingJobs jobs;
    private final PrintWriter err;
    private final List<ProcessingJob> batch = new ArrayList<>(BATCH);
    private long imported;
    private long unchanged;
    private long refused;

    Importer(RecordProcessingJobs jobs, PrintWriter err) {
        this.jobs = jobs;
        this.err = err;
    }

    /// Records the jobs of one stream.
    ///
    /// @param name what to call the stream when a record is refused
    /// @throws IOException if the stream is broken; what came before is recorded
    void read(String name, InputStream in) throws IOException {
        try {
            JobFile.read(in, sink(name));
        } finally {
            flush();
        }
    }

    boolean refusedAny() {
        return refused > 0;
    }

    String summary() {
        return "imported %d, unchanged %d, refused %d".formatted(imported, unchanged, refused);
    }

    private JobFile.Sink sink(String name) {
        return new JobFile.Sink() {
            @Override
            public void record(long line, JobRecord record) {
                switch (record.check()) {
                    case Checked.Valid<ProcessingJob>(var job) -> add(job);
                    case Checked.Invalid<ProcessingJob>(var violations) ->
                            refuse(line, ViolationText.of(violations));
                }
            }

            @Override
            public void refuse(long line, String reason) {
                refused++;
                err.println("%s:%d: %s".formatted(name, line, reason));
            }
        };
    }

    private void add(ProcessingJob job) {
        batch.add(job);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        var recorded = jobs.record(batch);
        batch.clear();
        imported += recorded.changed();
        unchanged += recorded.unchanged();
    }
}
