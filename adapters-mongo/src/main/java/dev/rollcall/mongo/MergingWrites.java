package dev.rollcall.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Writes documents that are merged with those that are there, concurrently with any number of
/// other writers and without locks: a document that is not there is inserted; one that is there is
/// read, and replaced on condition that it is still what was read. If it is not, another writer was
/// faster, and the document is read again. All of that in the order of the identifiers, so that two
/// writers cannot wait for each other.
final class MergingWrites<T> {

    private static final String ID = "_id";

    /// The index of identifiers, which every collection has.
    static final Bson BY_ID = Indexes.ascending(ID);

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions REPLACE = new ReplaceOptions().hint(BY_ID);

    /// What the documents of a collection say.
    interface Documents<T> {

        /// How many that are there may be held at a time. They may be longer than what is merged
        /// with them.
        int held();

        /// Those of these documents that are there.
        Bson identified(Collection<T> values);

        /// A document that is not there yet.
        BsonDocument document(T value);

        /// The document that says what the one that was read and the value say together; empty if
        /// that is what the one that was read says already.
        Optional<BsonDocument> merged(BsonDocument read, T value);

        /// A condition that a document meets while it is what was read.
        Bson unchanged(BsonDocument read);
    }

    private record Replacement(BsonDocument read, BsonDocument merged) {}

    private final MongoCollection<BsonDocument> collection;
    private final Deadline deadline;
    private final Documents<T> documents;
    private final SortedMap<String, T> values;

    /// What a document was to be replaced by when another writer was faster with one of its batch.
    private final Map<String, BsonDocument> attempted = new HashMap<>();

    private final Set<String> changed = new HashSet<>();
    private int insertedBeforeFailure;

    /// @param deadline when all must be written
    /// @param values what is to be written, by the identifiers of the documents
    MergingWrites(
            MongoCollection<BsonDocument> collection,
            Deadline deadline,
            Documents<T> documents,
            SortedMap<String, T> values) {
        this.collection = collection;
        this.deadline = deadline;
        this.documents = documents;
        this.values = values;
    }

    /// Returns the identifiers of the documents that were inserted or replaced.
    Set<String> write() {
        List<String> taken = List.copyOf(insert(new TreeSet<>(values.keySet())));
        for (int start = 0; start < taken.size(); start += documents.held()) {
            int end = Math.min(start + documents.held(), taken.size());
            SortedSet<String> open = new TreeSet<>(taken.subList(start, end));
            while (!open.isEmpty()) {
                open = merge(open);
            }
            attempted.clear();
        }
        return changed;
    }

    /// How many documents the server has acknowledged so far; for when the writing fails.
    int acknowledged() {
        return changed.size() + insertedBeforeFailure;
    }

    /// Inserts documents, and returns the identifiers that are taken.
    private SortedSet<String> insert(SortedSet<String> ids) {
        SortedSet<String> taken = new TreeSet<>();
        try {
            deadline.on(collection)
                    .bulkWrite(
                            ids.stream()
                                    .map(id -> new InsertOneModel<>(documents.document(value(id))))
                                    .toList(),
                            UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!isOnlyOfTakenIdentifiers(e)) {
                // Without a majority nothing is acknowledged.
                if (e.getWriteConcernError() == null) {
                    insertedBeforeFailure = e.getWriteResult().getInsertedCount();
                }
                throw e;
            }
            List<String> inOrder = List.copyOf(ids);
            e.getWriteErrors().forEach(error -> taken.add(inOrder.get(error.getIndex())));
        }
        ids.stream().filter(id -> !taken.contains(id)).forEach(changed::add);
        return taken;
    }

    private static boolean isOnlyOfTakenIdentifiers(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream()
                        .map(BulkWriteError::getCategory)
                        .allMatch(ErrorCategory.DUPLICATE_KEY::equals);
    }

    /// Merges values with the documents that are there, and returns those that must be tried again.
    ///
    /// A document that was inserted just now may not be there yet for a reader, who sees what the
    /// majority has. It is inserted again, to find out.
    private SortedSet<String> merge(SortedSet<String> ids) {
        SortedSet<String> unseen = new TreeSet<>(ids);
        Map<String, Replacement> replacements = new LinkedHashMap<>();
        for (BsonDocument read : read(ids)) {
            String id = read.getString(ID).getValue();
            unseen.remove(id);
            if (read.equals(attempted.get(id))) {
                changed.add(id);
            } else {
                documents
                        .merged(read, value(id))
                        .ifPresent(it -> replacements.put(id, new Replacement(read, it)));
            }
        }
        SortedSet<String> again = new TreeSet<>();
        if (!unseen.isEmpty()) {
            again.addAll(insert(unseen));
        }
        if (!replacements.isEmpty()) {
            again.addAll(replace(replacements));
        }
        return again;
    }

    private List<BsonDocument> read(SortedSet<String> ids) {
        return deadline.on(collection)
                .find(documents.identified(ids.stream().map(this::value).toList()))
                .hint(BY_ID)
                .sort(Sorts.ascending(ID))
                .into(new ArrayList<>());
    }

    /// Replaces documents that are still what was read. The server says how many are, not which: if
    /// another writer was faster with one, all are returned.
    private Set<String> replace(Map<String, Replacement> replacements) {
        List<ReplaceOneModel<BsonDocument>> models = new ArrayList<>();
        for (Replacement it : replacements.values()) {
            models.add(new ReplaceOneModel<>(documents.unchanged(it.read()), it.merged(), REPLACE));
        }
        int matched = deadline.on(collection).bulkWrite(models, UNORDERED).getMatchedCount();
        if (matched == models.size()) {
            changed.addAll(replacements.keySet());
            return Set.of();
        }
        replacements.forEach((id, it) -> attempted.put(id, it.merged()));
        return replacements.keySet();
    }

    private T value(String id) {
        return Optional.ofNullable(values.get(id)).orElseThrow();
    }
}
