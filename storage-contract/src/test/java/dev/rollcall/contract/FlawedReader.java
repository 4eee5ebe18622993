package dev.rollcall.contract;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;

import java.util.List;
import java.util.OptionalInt;

/// A reader that is right until a subclass gets one step of it wrong.
class FlawedReader implements IndexReader {

    private final IndexReader sound;

    FlawedReader(IndexReader sound) {
        this.sound = sound;
    }

    @Override
    public Scanned scan(IndexRange range, Selection selection, int rows) {
        return sound.scan(range, selection, rows);
    }

    @Override
    public OptionalInt count(IndexRange range, int limit) {
        return sound.count(range, limit);
    }

    @Override
    public List<ProcessingJob> all(IndexRange range) {
        return sound.all(range);
    }

    @Override
    public List<Found> fetch(AccessPath path, Selection selection) {
        return sound.fetch(path, selection);
    }

    @Override
    public List<ProcessingJob> load(List<ProcessingJobName> names) {
        return sound.load(names);
    }
}
