package dev.rollcall.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.BoundedScan;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The documents of one search. What it reads is not all of one moment, so it notes the
/// [FoundPositions] of what it finds.
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
    private final FoundPositions places;

    private MongoIndexReader(
            Selection wanted, MongoCollection<BsonDocument> collection, Deadline deadline) {
        this.wanted = wanted;
        this.collection = collection;
        this.deadline = deadline;
        this.places = new FoundPositions(wanted);
    }

    static Slice slice(
            Selection wanted,
            WorkBudget budget,
            MongoCollection<BsonDocument> collection,
            Deadline deadline) {
        var documents = new MongoIndexReader(wanted, collection, deadline);
        return documents.places.honest(BoundedScan.slice(wanted, budget, documents));
    }

    @Override
    public Walked walk(IndexRange stretch, Selection selection, int rows) {
        var index = MongoIndex.of(stretch.index()).orElseThrow();
        List<ProcessingJobName> names = new ArrayList<>();
        int examined = 0;
        for (Bson part : Conditions.parts(index, stretch)) {
            int most = rows - examined;
            if (stretch.judged().isEmpty()) {
                most = Math.min(most, selection.limit() - names.size());
            }
            try (var entries = entries(part, index, selection.ordering().order(), most)) {
                while (entries.hasNext()) {
                    var entry = JobDocument.job(entries.next(), wanted.scope());
                    examined++;
                    if (stretch.matches(entry)) {
                        names.add(places.found(entry));
                    }
                    if (names.size() == selection.limit()) {
                        return new Walked(names, examined, Optional.empty());
                    }
                    if (examined == rows) {
                        return new Walked(names, examined, Optional.of(places.of(entry)));
                    }
                }
            }
        }
        return new Walked(names, examined, Optional.empty());
    }

    /// In batches of the server's choice, the first of which is a small one: where matches are
    /// dense it is all that is read.
    private MongoCursor<BsonDocument> entries(
            Bson part, MongoIndex index, SortOrder direction, int most) {
        return entries(part, index).sort(index.sort(direction)).limit(most).iterator();
    }

    /// A job that becomes a late one meanwhile may lie on two stretches.
    @Override
    public List<ProcessingJob> all(List<IndexRange> stretches, Selection selection) {
        Map<ProcessingJobName, ProcessingJob> all = new HashMap<>();
        for (IndexRange stretch : stretches) {
            var index = MongoIndex.of(stretch.index()).orElseThrow();
            for (Bson part : Conditions.parts(index, stretch)) {
                jobs()
                        .find(part)
                        .hintString(index.indexName())
                        .map(document -> JobDocument.job(document, wanted.scope()))
                        .into(new ArrayList<>())
                        .stream()
                        .filter(stretch::matches)
                        .forEach(job -> all.put(job.name(), job));
            }
        }
        return List.copyOf(all.values());
    }

    @Override
    public OptionalInt count(IndexRange stretch, int most) {
        return MongoIndex.of(stretch.index())
                .map(index -> count(stretch, index, most))
                .orElseGet(OptionalInt::empty);
    }

    private OptionalInt count(IndexRange stretch, MongoIndex index, int most) {
        long count = 0;
        for (Bson part : Conditions.parts(index, stretch)) {
            int enough = (int) (most - count) + 1;
            count +=
                    jobs().countDocuments(
                                    part,
                                    new CountOptions().limit(enough).hintString(index.indexName()));
            if (count > most) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) count);
    }

    /// The server judges and sorts, so that no more comes over the wire than a slice has room for.
    @Override
    public List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection) {
        List<ProcessingJob> entries = new ArrayList<>();
        for (IndexRange stretch : stretches) {
            var index = MongoIndex.of(stretch.index()).orElseThrow();
            entries(Conditions.whole(index, stretch), index)
                    .sort(sort(selection))
                    .limit(selection.limit())
                    .forEach(entry -> entries.add(JobDocument.job(entry, wanted.scope())));
        }
        return selection.from(entries).stream().map(places::found).toList();
    }

    private static Bson sort(Selection selection) {
        var fields =
                switch (selection.ordering().key()) {
                    case NAME -> List.of(JobDocument.NAME);
                    case CREATION_TIME -> List.of(JobDocument.CREATED, JobDocument.NAME);
                    case STATUS -> List.of(JobDocument.STATUS, JobDocument.NAME);
                };
        return switch (selection.ordering().order()) {
            case ASCENDING -> Sorts.ascending(fields);
            case DESCENDING -> Sorts.descending(fields);
        };
    }

    @Override
    public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<ProcessingJobName, ProcessingJob> byName = new HashMap<>();
        var ids = names.stream().map(name -> JobDocument.id(wanted.scope(), name)).toList();
        jobs().find(Filters.in(JobDocument.ID, ids))
                .map(document -> JobDocument.job(document, wanted.scope()))
                .forEach(job -> byName.put(job.name(), job));
        return places.unmoved(names, byName);
    }

    private FindIterable<BsonDocument> entries(Bson filter, MongoIndex index) {
        return jobs().find(filter).hintString(index.indexName()).projection(ENTRY);
    }

    private MongoCollection<BsonDocument> jobs() {
        return deadline.on(collection);
    }
}
