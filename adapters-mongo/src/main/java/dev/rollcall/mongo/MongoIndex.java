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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The indexes of the collection of jobs, beside the one of identifiers. Each of those that the
/// plan reads has the key of the plan's index, followed by all other columns, so that an entry says
/// all that a scan needs to know.
enum MongoIndex {
    BY_NAME(JobIndex.BY_NAME, "job_by_name"),
    BY_CREATION(JobIndex.BY_CREATION, "job_by_creation"),
    BY_STATUS(JobIndex.BY_STATUS, "job_by_status"),
    BY_STATUS_AND_CREATION(JobIndex.BY_STATUS_AND_CREATION, "job_by_status_and_creation"),
    BY_MODIFICATION(JobIndex.BY_MODIFICATION, "job_by_modification"),
    LATE_BY_CREATION(JobIndex.LATE_BY_CREATION, "late_job_by_creation"),
    LATE_BY_MODIFICATION(JobIndex.LATE_BY_MODIFICATION, "late_job_by_modification"),

    /// Finds one of the few jobs whose ARN spells the name in another way, by that. No listing
    /// reads it, so the plan doesn't know it.
    BY_NAME_IN_ARN("job_by_name_in_arn");

    private final Optional<JobIndex> index;
    private final String indexName;

    MongoIndex(JobIndex index, String indexName) {
        this.index = Optional.of(index);
        this.indexName = indexName;
    }

    MongoIndex(String indexName) {
        this.index = Optional.empty();
        this.indexName = indexName;
    }

    /// The index that the plan means; there is none by text.
    static Optional<MongoIndex> of(JobIndex index) {
        return Arrays.stream(values())
                .filter(it -> it.index.equals(Optional.of(index)))
                .findFirst();
    }

    String indexName() {
        return indexName;
    }

    /// The order of the entries, from the first field on: a beginning of the index, so that nothing
    /// is sorted.
    Bson sort(SortOrder order) {
        return sort(key(), order);
    }

    static Bson sort(List<String> fields, SortOrder order) {
        return switch (order) {
            case ASCENDING -> Sorts.ascending(fields);
            case DESCENDING -> Sorts.descending(fields);
        };
    }

    IndexModel model() {
        var options = new IndexOptions().name(indexName);
        condition().ifPresent(options::partialFilterExpression);
        return new IndexModel(keys(), options);
    }

    BsonDocument keys() {
        List<String> fields = key();
        index.ifPresent(it -> fields.addAll(JobDocument.fields(it.otherColumns())));
        var keys = new BsonDocument();
        fields.forEach(field -> keys.append(field, new BsonInt32(1)));
        return keys;
    }

    private List<String> key() {
        return new ArrayList<>(
                index.map(MongoIndex::key)
                        .orElse(
                                List.of(
                                        JobDocument.TENANT,
                                        JobDocument.NAME_IN_ARN,
                                        JobDocument.NAME)));
    }

    /// An index of late jobs repeats its condition in each entry: a query for late jobs is then
    /// answered by the index alone.
    private static List<String> key(JobIndex index) {
        List<String> fields = new ArrayList<>(JobDocument.fields(index.key()));
        if (index.isOfLateJobs()) {
            fields.add(1, JobDocument.LATE);
        }
        return fields;
    }

    /// What a job must meet to have an entry.
    Optional<BsonDocument> condition() {
        return index.map(MongoIndex::condition)
                .orElse(
                        Optional.of(
                                new BsonDocument(
                                        JobDocument.NAME_IN_ARN,
                                        new BsonDocument("$exists", BsonBoolean.TRUE))));
    }

    private static Optional<BsonDocument> condition(JobIndex index) {
        return index.isOfLateJobs()
                ? Optional.of(new BsonDocument(JobDocument.LATE, BsonBoolean.TRUE))
                : Optional.empty();
    }
}
