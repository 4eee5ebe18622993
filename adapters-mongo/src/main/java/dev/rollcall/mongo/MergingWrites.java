package dev.rollcall.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes documents that are merged with those that are there, concurrently with any number of
/// other writers and without locks: a document that is not there is inserted; one that is there is
/// read, and replaced on condition that it is still what was read. If it is not, another writer was
/// faster, and the document is read again. Documents are never deleted.
///
/// @param deadline when all must be written
record MergingWrites<T>(
        MongoCollection<BsonDocument> collection, Deadline deadline, Documents<T> documents) {

    private static final String ID = "_id";
    private static final Bson BY_ID = Indexes.ascending(ID);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions REPLACE = new ReplaceOptions().hint(BY_ID);

    /// What the documents of a collection say.
    interface Documents<T> {

        /// A document that is not there yet.
        BsonDocument document(T value);

        /// The document that says what the one that was read and the value say together; empty if
        /// that is what the one that was read says already.
        Optional<BsonDocument> merged(BsonDocument read, T value);

        /// A condition that a document meets while it is what was read.
        Bson unchanged(BsonDocument read);
    }

    private record Replacement(BsonDocument read, BsonDocument merged) {}

    /// Writes values in the order of their identifiers.
    ///
    /// @return the identifiers of the documents that were inserted or replaced
    Set<String> write(Map<String, T> values) {
        Map<String, T> open = known(values);
        Set<String> changed = new HashSet<>(values.keySet());
        changed.removeAll(open.keySet());
        Map<String, BsonDocument> attempted = new HashMap<>();
        while (!open.isEmpty()) {
            Map<String, Replacement> replacements = new LinkedHashMap<>();
            for (BsonDocument read : read(open.keySet())) {
                String id = read.getString(ID).getValue();
                if (read.equals(attempted.get(id))) {
                    changed.add(id);
                } else {
                    documents
                            .merged(read, value(open, id))
                            .ifPresent(it -> replacements.put(id, new Replacement(read, it)));
                }
            }
            if (replacements.isEmpty() || replacesAll(replacements.values())) {
                changed.addAll(replacements.keySet());
                return changed;
            }
            open.keySet().retainAll(replacements.keySet());
            attempted.clear();
            replacements.forEach((id, it) -> attempted.put(id, it.merged()));
        }
        return changed;
    }

    private static <T> T value(Map<String, T> values, String id) {
        return Optional.ofNullable(values.get(id)).orElseThrow();
    }

    /// Inserts what is not there, and returns the rest.
    private Map<String, T> known(Map<String, T> values) {
        Map<String, T> known = new LinkedHashMap<>();
        try {
            deadline.on(collection)
                    .bulkWrite(
                            values.values().stream()
                                    .map(it -> new InsertOneModel<>(documents.document(it)))
                                    .toList(),
                            UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!isOnlyOfTakenIdentifiers(e)) {
                throw e;
            }
            List<String> ids = List.copyOf(values.keySet());
            e.getWriteErrors().stream()
                    .map(error -> ids.get(error.getIndex()))
                    .forEach(id -> known.put(id, value(values, id)));
        }
        return known;
    }

    private static boolean isOnlyOfTakenIdentifiers(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream()
                        .map(BulkWriteError::getCategory)
                        .allMatch(ErrorCategory.DUPLICATE_KEY::equals);
    }

    private List<BsonDocument> read(Set<String> ids) {
        return deadline.on(collection)
                .find(Filters.in(ID, ids))
                .hint(BY_ID)
                .sort(Sorts.ascending(ID))
                .into(new ArrayList<>());
    }

    /// Whether no other writer was faster with any of them.
    private boolean replacesAll(Iterable<Replacement> replacements) {
        List<ReplaceOneModel<BsonDocument>> models = new ArrayList<>();
        for (Replacement it : replacements) {
            models.add(new ReplaceOneModel<>(documents.unchanged(it.read()), it.merged(), REPLACE));
        }
        return deadline.on(collection).bulkWrite(models, UNORDERED).getMatchedCount()
                == models.size();
    }
}
