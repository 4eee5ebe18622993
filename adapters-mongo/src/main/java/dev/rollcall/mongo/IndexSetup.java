package dev.rollcall.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;

import dev.rollcall.application.StorageUnsuitable;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Creates the indexes of a collection that has no jobs yet, and checks those of any other.
///
/// To build one for many jobs takes long and slows down everybody who uses them, so that is left to
/// an operator who chooses the hour.
final class IndexSetup {

    /// `IndexOptionsConflict` and `IndexKeySpecsConflict`: the check says what is there instead.
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    /// What the server adds to the specification of an index.
    private static final List<String> ADDED = List.of("v", "ns", "background");

    private final MongoCollection<BsonDocument> collection;

    private IndexSetup(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /// @throws StorageUnsuitable if an index is missing or is not as specified
    static void run(MongoCollection<BsonDocument> collection) {
        var setup = new IndexSetup(collection);
        if (collection.find().limit(1).first() == null) {
            setup.create();
        }
        setup.check();
    }

    private void create() {
        try {
            collection.createIndexes(
                    Arrays.stream(MongoIndex.values()).map(MongoIndex::model).toList());
        } catch (MongoCommandException e) {
            if (!CONFLICTS.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }

    private void check() {
        Map<String, BsonDocument> existing = new HashMap<>();
        collection
                .listIndexes(BsonDocument.class)
                .forEach(index -> existing.put(index.getString("name").getValue(), index));
        for (MongoIndex index : MongoIndex.values()) {
            check(index, Optional.ofNullable(existing.get(index.indexName())));
        }
    }

    private void check(MongoIndex wanted, Optional<BsonDocument> existing) {
        String name = wanted.indexName();
        BsonDocument index =
                existing.orElseThrow(
                        () ->
                                new StorageUnsuitable(
                                        "The collection %s has jobs, but no index %s."
                                                .formatted(collection.getNamespace(), name),
                                        "create it: " + creation(wanted)));
        if (!isAsSpecified(index, wanted)) {
            throw new StorageUnsuitable(
                    "The index %s of the collection %s is not the one that Rollcall needs: %s"
                            .formatted(name, collection.getNamespace(), index.toJson()),
                    "drop it: db.%s.dropIndex(\"%s\"), and create it again: %s"
                            .formatted(collectionName(), name, creation(wanted)));
        }
    }

    /// Documents are equal in whatever order their fields are; indexes are not.
    private static boolean isAsSpecified(BsonDocument index, MongoIndex wanted) {
        List<String> fields = List.copyOf(index.getDocument("key").keySet());
        return normal(index).equals(specification(wanted))
                && fields.equals(List.copyOf(wanted.keys().keySet()));
    }

    private static BsonDocument specification(MongoIndex index) {
        var specification =
                new BsonDocument("key", index.keys())
                        .append("name", new BsonString(index.indexName()));
        index.condition()
                .ifPresent(condition -> specification.append("partialFilterExpression", condition));
        return specification;
    }

    /// With whole numbers for directions: an index that was created in a shell may have doubles.
    private static BsonDocument normal(BsonDocument index) {
        var normal = index.clone();
        ADDED.forEach(normal::remove);
        normal.getDocument("key")
                .replaceAll(
                        (_, direction) ->
                                direction.isNumber()
                                        ? new BsonInt32(direction.asNumber().intValue())
                                        : direction);
        return normal;
    }

    private String creation(MongoIndex index) {
        var options = specification(index);
        options.remove("key");
        return "db.%s.createIndex(%s, %s)"
                .formatted(collectionName(), index.keys().toJson(), options.toJson());
    }

    private String collectionName() {
        return collection.getNamespace().getCollectionName();
    }
}
