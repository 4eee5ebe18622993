package dev.rollcall.cli.importing;

import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.output.CliViolationMessages;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.json.JobFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Records the jobs of files in batches, and counts what became of them. What was read is recorded
/// when it is closed; the counts are whole then.
public final class Importer implements AutoCloseable {

    /// Large, since a store writes whole pages of an index for whatever changes in them.
    public static final int BATCH = 10_000;

    /// How many accounts and regions are named before the others are only counted.
    private static final int NAMED = 3;

    private final BatchWriters writers;
    private final InstantSource clock;
    private final Duration maxAhead;
    private final PrintWriter err;
    private final Set<Scope> scopes = new LinkedHashSet<>();
    private List<ProcessingJob> batch = new ArrayList<>(BATCH);
    private long refused;
    private boolean listingGoesOn;

    /// @param maxAhead how far ahead of the clock a record's times may lie
    public Importer(
            RecordProcessingJobs jobs, InstantSource clock, Duration maxAhead, PrintWriter err) {
        this.writers = new BatchWriters(jobs);
        this.clock = clock;
        this.maxAhead = maxAhead;
        this.err = err;
    }

    /// Reads the jobs of one stream; they are recorded meanwhile, and later.
    ///
    /// @param name what to call the stream when a record is refused
    /// @throws IOException if the stream is broken; what came before will be recorded
    /// @throws StorageUnavailable if what came before cannot be recorded
    public void read(String name, InputStream in) throws IOException {
        JobFile.read(in, sink(name));
    }

    /// @throws StorageUnavailable if something that was read cannot be recorded
    @Override
    public void close() {
        try (writers) {
            flush();
        }
    }

    public boolean refusedAny() {
        return refused > 0;
    }

    public String summary() {
        return "imported %d, unchanged %d, refused %d"
                .formatted(writers.changed(), writers.unchanged(), refused);
    }

    /// Whose jobs were read; empty if there were none.
    public Optional<String> whose() {
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        String named =
                scopes.stream()
                        .limit(NAMED)
                        .map(it -> "account %s in %s".formatted(it.account(), it.region()))
                        .collect(Collectors.joining(", "));
        int others = scopes.size() - NAMED;
        return Optional.of("of " + named + (others > 0 ? " and %d more".formatted(others) : ""));
    }

    /// Whether the last listing that was read is not the end of its walk.
    public boolean listingGoesOn() {
        return listingGoesOn;
    }

    private JobFile.Sink sink(String name) {
        return new JobFile.Sink() {
            @Override
            public void record(long line, JobRecord record) {
                switch (record.check(clock.instant(), maxAhead)) {
                    case Checked.Valid<ProcessingJob>(var job) -> add(job);
                    case Checked.Invalid<ProcessingJob>(var violations) ->
                            refuse(line, CliViolationMessages.of(violations));
                }
            }

            @Override
            public void refuse(long line, String reason) {
                refused++;
                err.println("%s:%d: %s".formatted(name, line, reason));
            }

            @Override
            public void endOfListing(boolean goesOn) {
                listingGoesOn = goesOn;
            }
        };
    }

    private void add(ProcessingJob job) {
        scopes.add(job.scope());
        batch.add(job);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        writers.write(batch);
        batch = new ArrayList<>(BATCH);
    }
}
