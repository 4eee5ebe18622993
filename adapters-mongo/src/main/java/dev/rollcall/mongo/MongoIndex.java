package dev.rollcall.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;

import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.JobIndex;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;

import java.util.List;
import java.util.Optional;

/// The indexes of the collection, beside the one of identifiers. Behind the order of each stands
/// whatever else a filter can ask for, so that an entry tells all that a walk wants to know.
enum MongoIndex {
    BY_NAME("job_by_name", "tenant name", "created status modified"),
    BY_CREATION("job_by_creation", "tenant created name", "status modified"),
    BY_STATUS("job_by_status", "tenant status name", "created modified"),
    BY_STATUS_AND_CREATION("job_by_status_and_creation", "tenant status created name", "modified"),
    BY_MODIFICATION("job_by_modification", "tenant modified", "created name status"),
    /// Has only the jobs that are late, which its condition says again in each entry: a query that
    /// asks for late jobs is then answered by the index alone.
    LATE_BY_CREATION("late_job_by_creation", "tenant late created name", "status modified"),
    /// Of the same jobs.
    LATE_BY_MODIFICATION("late_job_by_modification", "tenant late modified", "created name status");

    private final String indexName;
    private final String order;
    private final String others;

    /// @param order the fields that the entries are in the order of
    /// @param others the fields that they have besides
    MongoIndex(String indexName, String order, String others) {
        this.indexName = indexName;
        this.order = order;
        this.others = others;
    }

    /// The index that the planner speaks of. There is none of the pieces of names.
    static Optional<MongoIndex> of(JobIndex index) {
        return switch (index) {
            case BY_NAME -> Optional.of(BY_NAME);
            case BY_CREATION -> Optional.of(BY_CREATION);
            case BY_STATUS -> Optional.of(BY_STATUS);
            case BY_STATUS_AND_CREATION -> Optional.of(BY_STATUS_AND_CREATION);
            case BY_MODIFICATION -> Optional.of(BY_MODIFICATION);
            case LATE_BY_CREATION -> Optional.of(LATE_BY_CREATION);
            case LATE_BY_MODIFICATION -> Optional.of(LATE_BY_MODIFICATION);
            case BY_TEXT -> Optional.empty();
        };
    }

    String indexName() {
        return indexName;
    }

    /// The order of the entries, from the first field on: a beginning of the index, and so no sort.
    Bson sort(SortOrder direction) {
        return switch (direction) {
            case ASCENDING -> Sorts.ascending(fields(order));
            case DESCENDING -> Sorts.descending(fields(order));
        };
    }

    IndexModel model() {
        var options = new IndexOptions().name(indexName);
        condition().ifPresent(options::partialFilterExpression);
        return new IndexModel(keys(), options);
    }

    BsonDocument keys() {
        var keys = new BsonDocument();
        fields(order + " " + others).forEach(field -> keys.append(field, new BsonInt32(1)));
        return keys;
    }

    private static List<String> fields(String names) {
        return List.of(names.split(" ", -1));
    }

    /// What a job must meet to have an entry.
    Optional<BsonDocument> condition() {
        return this == LATE_BY_CREATION || this == LATE_BY_MODIFICATION
                ? Optional.of(new BsonDocument(JobDocument.LATE, BsonBoolean.TRUE))
                : Optional.empty();
    }
}
