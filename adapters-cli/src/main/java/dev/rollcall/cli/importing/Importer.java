package dev.rollcall.cli.importing;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.output.ScopeText;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.json.ReadRecord;
import dev.rollcall.json.ViolationMessages;
import dev.rollcall.json.stream.BrokenStream;
import dev.rollcall.json.stream.JobRecordStream;
import dev.rollcall.json.stream.Place;
import dev.rollcall.json.stream.Refusal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Records the jobs of files in batches, and counts what became of them. What was read is recorded
/// when it is closed; the counts are whole then.
public final class Importer implements AutoCloseable {

    /// Large, since a store writes whole pages of an index for whatever changes in them.
    public static final int BATCH = 10_000;

    /// Beyond that many characters of details a batch is small enough in number.
    static final int BATCH_OF_DETAILS = 4 * 1024 * 1024;

    private final BatchWriters writers;
    private final InstantSource clock;
    private final Duration maxAhead;
    private final Refusals refusals;
    private final Walks walks = new Walks();
    private final Set<Scope> scopes = new LinkedHashSet<>();
    private List<JobDescription> batch = new ArrayList<>(BATCH);
    private long details;
    private long withoutZone;

    /// @param maxAhead how far ahead of the clock a record's times may lie
    /// @param err where refusals are printed
    public Importer(BatchTarget target, InstantSource clock, Duration maxAhead, PrintWriter err) {
        this.refusals = new Refusals(err);
        this.writers = new BatchWriters(target, refusals::add);
        this.clock = clock;
        this.maxAhead = maxAhead;
    }

    /// Reads the jobs of one stream; they are recorded meanwhile, and later.
    ///
    /// @param name what to call the stream when a record is refused
    /// @throws BrokenStream if the stream is broken; what came before will be recorded
    /// @throws StorageUnavailable if what came before cannot be recorded
    public void read(String name, InputStream in) throws BrokenStream {
        JobRecordStream.read(in, new Sink(name));
    }

    /// @throws StorageUnavailable if something that was read cannot be recorded
    @Override
    public void close() {
        try (writers) {
            flush();
        }
    }

    public boolean refusedAny() {
        return refusals.count() > 0;
    }

    public String summary() {
        return "imported %d, unchanged %d, refused %d"
                .formatted(writers.changed(), writers.unchanged(), refusals.count());
    }

    /// Whose jobs were read; empty if there were none.
    public Optional<String> whose() {
        return scopes.isEmpty() ? Optional.empty() : Optional.of("of " + ScopeText.of(scopes));
    }

    /// What else there is to say, line by line.
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        refusals.rest().ifPresent(notes::add);
        if (withoutZone > 0) {
            notes.add("Records with a time without a zone, read as UTC: " + withoutZone);
        }
        walks.open()
                .ifPresent(
                        open -> {
                            notes.add(
                                    "Warning: %s goes on: each page of it ends with a NextToken."
                                            .formatted(open));
                            notes.add(
                                    "Recommended action: get the rest of it, and import that as"
                                            + " well.");
                        });
        return notes;
    }

    private void add(JobDescription description) {
        scopes.add(description.job().scope());
        batch.add(description);
        details += description.details().length();
        if (batch.size() == BATCH || details >= BATCH_OF_DETAILS) {
            flush();
        }
    }

    private void flush() {
        writers.write(batch, clock.instant().plus(maxAhead));
        batch = new ArrayList<>(BATCH);
        details = 0;
    }

    /// Takes what is read from one stream.
    private final class Sink implements JobRecordStream.Sink {

        private final String name;

        /// Whose the last job of the current page is.
        private Optional<Scope> page = Optional.empty();

        Sink(String name) {
            this.name = name;
        }

        @Override
        public void record(Place at, ReadRecord read) {
            switch (read.record().check(clock.instant(), maxAhead)) {
                case Checked.Valid<JobDescription>(var description) -> {
                    withoutZone += read.assumesUtc() ? 1 : 0;
                    page = Optional.of(description.job().scope());
                    add(description);
                }
                case Checked.Invalid<JobDescription>(var violations) ->
                        refuse(new Refusal(at, 1, ViolationMessages.of(violations)));
            }
        }

        @Override
        public void refuse(Refusal refusal) {
            refusals.add(name, refusal);
        }

        @Override
        public void endOfListing(boolean goesOn) {
            walks.page(page, goesOn);
            page = Optional.empty();
        }
    }
}
