package dev.rollcall.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;

import dev.rollcall.application.StorageUnsuitable;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Creates the indexes of a collection that has no jobs yet, and checks those of any other.
///
/// To build one for many jobs takes long and slows down everybody who uses them, so that is left to
/// an operator who chooses the hour.
final class IndexSetup {

    /// `IndexOptionsConflict` and `IndexKeySpecsConflict`: the check says what is there instead.
    private static final Set<Integer> CONFLICTS = Set.of(85, 86);

    /// `CannotCreateIndex`, `InvalidOptions`, `CommandNotSupported`,
    /// `InvalidIndexSpecificationOption` and `NotImplemented`.
    private static final Set<Integer> UNSUPPORTED = Set.of(67, 72, 115, 197, 238);

    /// Options that must be off, as they are if the server does not list them. Whatever else a
    /// server lists changes nothing in what an index answers.
    private static final List<String> OFF = List.of("unique", "sparse", "hidden");

    private static final BsonString SIMPLE_LOCALE = new BsonString("simple");
    private static final BsonDocument SIMPLE = new BsonDocument("locale", SIMPLE_LOCALE);

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

    /// The ordinary ones first: if the server refuses the others then, it is for what is special
    /// about them.
    private void create() {
        create(MongoIndex::isOfAllJobs, e -> e);
        create(index -> !index.isOfAllJobs(), this::withoutPartialIndexes);
    }

    /// @param refusal what to report if the server has no such indexes
    private void create(
            Predicate<MongoIndex> which,
            Function<MongoCommandException, RuntimeException> refusal) {
        try {
            collection.createIndexes(
                    Arrays.stream(MongoIndex.values())
                            .filter(which)
                            .map(MongoIndex::model)
                            .toList());
        } catch (MongoCommandException e) {
            if (UNSUPPORTED.contains(e.getErrorCode())) {
                throw refusal.apply(e);
            }
            if (!CONFLICTS.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }

    private StorageUnsuitable withoutPartialIndexes(MongoCommandException e) {
        return new StorageUnsuitable(
                "The server has no partial indexes, which Rollcall needs for %s: %s"
                        .formatted(collection.getNamespace(), e.getErrorMessage()),
                "use a server that has them, as MongoDB and Amazon DocumentDB 5 do; FerretDB 1 does"
                        + " not.",
                e);
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
        if (!serves(index, wanted)) {
            throw new StorageUnsuitable(
                    "The index %s of the collection %s is not the one that Rollcall needs: %s"
                            .formatted(name, collection.getNamespace(), index.toJson()),
                    "drop it: db.%s.dropIndex(\"%s\"), and create it again: %s"
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

    private static boolean serves(BsonDocument index, MongoIndex wanted) {
        var condition = Optional.ofNullable(index.get("partialFilterExpression"));
        return keys(index).equals(List.copyOf(wanted.keys().entrySet()))
                && condition.equals(wanted.condition().map(BsonValue.class::cast))
                && OFF.stream().noneMatch(option -> isOn(index.get(option, BsonBoolean.FALSE)))
                && isBinary(index.get("collation", SIMPLE))
                && !index.containsKey("expireAfterSeconds");
    }

    /// In their order, and with whole numbers for directions: an index that was created in a shell
    /// may have doubles.
    private static List<Map.Entry<String, BsonValue>> keys(BsonDocument index) {
        return index.getDocument("key").entrySet().stream()
                .map(key -> Map.entry(key.getKey(), whole(key.getValue())))
                .toList();
    }

    private static BsonValue whole(BsonValue direction) {
        return direction.isNumber() ? new BsonInt32(direction.asNumber().intValue()) : direction;
    }

    private static boolean isOn(BsonValue option) {
        return option.isNumber()
                ? option.asNumber().intValue() != 0
                : !option.equals(BsonBoolean.FALSE);
    }

    private static boolean isBinary(BsonValue collation) {
        return collation.isDocument()
                && collation.asDocument().get("locale", BsonNull.VALUE).equals(SIMPLE_LOCALE);
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
