package dev.rollcall.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.BoundedScan;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the indexes of a collection for one slice. What it reads is not all of one snapshot, so it
/// remembers the [FoundPositions] of what it finds.
final class MongoIndexReader implements IndexReader {

    private static final Bson ENTRY =
            Projections.fields(
                    Projections.excludeId(),
                    Projections.include(
                            JobDocument.NAME,
                            JobDocument.CREATED,
                            JobDocument.STATUS,
                            JobDocument.MODIFIED));

    private final Selection wanted;
    private final MongoCollection<BsonDocument> collection;
    private final Deadline deadline;
    private final FoundPositions positions;

    MongoIndexReader(
            Selection wanted, MongoCollection<BsonDocument> collection, Deadline deadline) {
        this.wanted = wanted;
        this.collection = collection;
        this.deadline = deadline;
        this.positions = new FoundPositions(wanted);
    }

    static Slice slice(
            Selection wanted,
            WorkBudget budget,
            MongoCollection<BsonDocument> collection,
            Deadline deadline,
            ObserveScans observer) {
        var reader = new MongoIndexReader(wanted, collection, deadline);
        return reader.positions.markIncomplete(BoundedScan.slice(wanted, budget, reader, observer));
    }

    @Override
    public Scanned scan(IndexRange range, Selection selection, int rows) {
        var index = MongoIndex.of(range.index()).orElseThrow();
        List<Found> found = new ArrayList<>();
        int examined = 0;
        for (Bson part : Conditions.parts(index, range)) {
            int most = rows - examined;
            if (range.residual().isEmpty()) {
                most = Math.min(most, selection.limit() - found.size());
            }
            try (var entries = entries(part, index, selection.ordering().order(), most)) {
                while (entries.hasNext()) {
                    var entry = job(entries.next());
                    examined++;
                    if (range.matches(entry)) {
                        found.add(positions.found(entry));
                    }
                    if (found.size() == selection.limit()) {
                        return new Scanned(found, examined, Optional.empty());
                    }
                    if (examined == rows) {
                        return new Scanned(found, examined, Optional.of(positions.of(entry)));
                    }
                }
            }
        }
        return new Scanned(found, examined, Optional.empty());
    }

    /// In batches of the server's choice, the first of which is a small one: where matches are
    /// dense it is all that is read.
    private MongoCursor<BsonDocument> entries(
            Bson part, MongoIndex index, SortOrder order, int limit) {
        return entries(part, index).sort(index.sort(order)).limit(limit).iterator();
    }

    @Override
    public List<ProcessingJob> all(IndexRange range) {
        var index = MongoIndex.of(range.index()).orElseThrow();
        List<ProcessingJob> all = new ArrayList<>();
        for (Bson part : Conditions.parts(index, range)) {
            jobs().find(part).hintString(index.indexName()).map(this::job).into(all);
        }
        return all;
    }

    @Override
    public OptionalInt count(IndexRange range, int limit) {
        return MongoIndex.of(range.index())
                .map(index -> count(range, index, limit))
                .orElseGet(OptionalInt::empty);
    }

    private OptionalInt count(IndexRange range, MongoIndex index, int limit) {
        long count = 0;
        for (Bson part : Conditions.parts(index, range)) {
            int enough = (int) (limit - count) + 1;
            count +=
                    jobs().countDocuments(
                                    part,
                                    new CountOptions().limit(enough).hintString(index.indexName()));
            if (count > limit) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) count);
    }

    /// The server checks and sorts, so that no more is sent than a slice has room for.
    @Override
    public List<Found> fetch(AccessPath path, Selection selection) {
        var ordering = selection.ordering();
        List<String> fields = JobDocument.fields(Column.of(ordering.key()));
        List<ProcessingJob> entries = new ArrayList<>();
        for (IndexRange range : path.ranges()) {
            var index = MongoIndex.of(range.index()).orElseThrow();
            entries(Conditions.matches(index, range), index)
                    .sort(MongoIndex.sort(fields, ordering.order()))
                    .limit(selection.limit())
                    .map(this::job)
                    .into(entries);
        }
        return selection.from(entries).stream().map(positions::found).toList();
    }

    @Override
    public List<ProcessingJob> load(List<ProcessingJobName> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var ids = names.stream().map(name -> new ProcessingJobId(wanted.scope(), name)).toList();
        var jobs = jobs().find(JobDocument.identified(ids)).hint(MergingWrites.BY_ID);
        return positions.stillInPlace(names, jobs.map(this::job).into(new ArrayList<>()));
    }

    private FindIterable<BsonDocument> entries(Bson filter, MongoIndex index) {
        return jobs().find(filter).hintString(index.indexName()).projection(ENTRY);
    }

    private ProcessingJob job(BsonDocument document) {
        return JobDocument.job(document, wanted.scope());
    }

    private MongoCollection<BsonDocument> jobs() {
        return deadline.on(collection);
    }
}
