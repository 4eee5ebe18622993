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

/// Makes the indexes of a collection that has no jobs yet, and holds those of any other to what
/// they must be.
///
/// To build one beside many jobs takes long and slows down whoever uses them, so that is left to
/// somebody who chooses the hour.
final class IndexSetup {

    /// `IndexOptionsConflict` and `IndexKeySpecsConflict`: what is there is told by the check.
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    /// What the server says of an index beside what it was asked for.
    private static final List<String> NO_PART_OF_IT = List.of("v", "ns", "background");

    private final MongoCollection<BsonDocument> collection;

    private IndexSetup(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /// @throws StorageUnsuitable if an index is missing or is another one
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
        Map<String, BsonDocument> there = new HashMap<>();
        collection
                .listIndexes(BsonDocument.class)
                .forEach(index -> there.put(index.getString("name").getValue(), index));
        for (MongoIndex index : MongoIndex.values()) {
            check(index, Optional.ofNullable(there.get(index.indexName())));
        }
    }

    private void check(MongoIndex wanted, Optional<BsonDocument> there) {
        String name = wanted.indexName();
        BsonDocument index =
                there.orElseThrow(
                        () ->
                                new StorageUnsuitable(
                                        "The collection %s has jobs, but no index %s."
                                                .formatted(collection.getNamespace(), name),
                                        "make it: " + creation(wanted)));
        if (!normal(index).equals(specification(wanted))) {
            throw new StorageUnsuitable(
                    "The index %s of the collection %s is another one: %s"
                            .formatted(name, collection.getNamespace(), index.toJson()),
                    "drop it: db.%s.dropIndex(\"%s\"), and make it anew: %s"
                            .formatted(collectionName(), name, creation(wanted)));
        }
    }

    private static BsonDocument specification(MongoIndex index) {
        var specification =
                new BsonDocument("key", index.keys())
                        .append("name", new BsonString(index.indexName()));
        index.condition()
                .ifPresent(condition -> specification.append("partialFilterExpression", condition));
        return specification;
    }

    /// With whole numbers for directions: who makes an index in a shell may make it with doubles.
    private static BsonDocument normal(BsonDocument index) {
        var normal = index.clone();
        NO_PART_OF_IT.forEach(normal::remove);
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
