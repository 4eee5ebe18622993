package dev.rollcall.mongo;

import com.mongodb.client.model.Filters;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.LateModification;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A job as a document.
///
/// Times are epoch milliseconds in 64 bits, as in every other store, so that a bound is the same
/// number everywhere; MongoDB does not compare numbers with dates, so only one of the two can be
/// used. Status is the domain's code, which sorts as the wire names do. What a job does not have is
/// absent.
final class JobDocument {

    static final String ID = "_id";
    static final String TENANT = "tenant";
    static final String NAME = "name";
    static final String CREATED = "created";
    static final String MODIFIED = "modified";
    static final String STATUS = "status";

    /// `true` in a job that [LateModification] describes, absent in all others.
    static final String LATE = "late";

    /// How the ARN spells the name, where that differs from the name itself.
    static final String NAME_IN_ARN = "nameInArn";

    private static final String ENDED = "ended";
    private static final String EXIT_MESSAGE = "exitMessage";
    private static final String FAILURE_REASON = "failureReason";

    /// All that may differ between two states of a job; whether it is late follows from them.
    private static final List<String> FIELDS =
            List.of(
                    ID,
                    TENANT,
                    NAME,
                    STATUS,
                    CREATED,
                    MODIFIED,
                    ENDED,
                    EXIT_MESSAGE,
                    FAILURE_REASON,
                    NAME_IN_ARN);

    private JobDocument() {}

    static BsonDocument of(ProcessingJob job) {
        var document =
                new BsonDocument(ID, new BsonString(id(job.scope(), job.name())))
                        .append(TENANT, new BsonString(tenant(job.scope())))
                        .append(NAME, new BsonString(job.name().value()))
                        .append(STATUS, new BsonInt32(job.status().code()))
                        .append(CREATED, millis(job.creationTime()))
                        .append(MODIFIED, millis(job.lastModifiedTime()));
        if (LateModification.isLate(job)) {
            document.append(LATE, BsonBoolean.TRUE);
        }
        job.processingEndTime().ifPresent(time -> document.append(ENDED, millis(time)));
        job.exitMessage()
                .ifPresent(text -> document.append(EXIT_MESSAGE, new BsonString(text.text())));
        job.failureReason()
                .ifPresent(text -> document.append(FAILURE_REASON, new BsonString(text.text())));
        job.nameInArn()
                .ifPresent(name -> document.append(NAME_IN_ARN, new BsonString(name.value())));
        return document;
    }

    /// Those of these jobs that are there, found by their identifiers. Where the collection is
    /// sharded, its router knows by tenants and names which shards to ask; it would ask all of them
    /// for identifiers alone.
    static Bson identified(Collection<ProcessingJobId> jobs) {
        return Filters.and(
                in(ID, jobs, job -> id(job.scope(), job.name())),
                in(TENANT, jobs, job -> tenant(job.scope())),
                in(NAME, jobs, job -> job.name().value()));
    }

    private static Bson in(
            String field,
            Collection<ProcessingJobId> jobs,
            Function<ProcessingJobId, String> value) {
        return Filters.in(field, jobs.stream().map(value).distinct().toList());
    }

    /// The document as it was read, and no other state of its job. It names tenant and name, as
    /// [#identified] does.
    static Bson unchanged(BsonDocument read) {
        return Filters.and(
                FIELDS.stream()
                        .map(
                                field ->
                                        read.containsKey(field)
                                                ? Filters.eq(field, read.get(field))
                                                : Filters.exists(field, false))
                        .toList());
    }

    /// A scope in one string. An index stores the common beginning of its entries once a page, so a
    /// dictionary of numbers would save nothing, and cost a look-up and a race for the next number.
    static String tenant(Scope scope) {
        return scope.account() + "/" + scope.region();
    }

    /// The identifier of a job: MongoDB has an index of identifiers anyway, and it is unique.
    static String id(Scope scope, ProcessingJobName name) {
        return tenant(scope) + "/" + name;
    }

    static String id(ProcessingJob job) {
        return id(job.scope(), job.name());
    }

    /// The fields that say what these columns of an index say.
    static List<String> fields(List<Column> columns) {
        return columns.stream().map(JobDocument::field).toList();
    }

    static String field(Column column) {
        return switch (column) {
            case SCOPE -> TENANT;
            case CREATED -> CREATED;
            case NAME -> NAME;
            case STATUS -> STATUS;
            case MODIFIED -> MODIFIED;
        };
    }

    static Scope scope(BsonDocument document) {
        return scope(document.getString(TENANT).getValue());
    }

    static Scope scope(String tenant) {
        String[] parts = tenant.split("/", 2);
        return Scope.of(parts[0], parts[parts.length - 1]);
    }

    static ProcessingJob job(BsonDocument document, Scope scope) {
        var name = name(document, NAME);
        var nameInArn = optional(document, NAME_IN_ARN, field -> name(document, field));
        return new ProcessingJob(
                name,
                new ProcessingJobArn(scope, nameInArn.orElse(name)),
                status(document),
                time(document, CREATED),
                time(document, MODIFIED),
                optional(document, ENDED, field -> time(document, field)),
                optional(document, EXIT_MESSAGE, field -> message(document, field)),
                optional(document, FAILURE_REASON, field -> message(document, field)));
    }

    private static ProcessingJobName name(BsonDocument document, String field) {
        return new ProcessingJobName(document.getString(field).getValue());
    }

    private static ProcessingJobStatus status(BsonDocument document) {
        int code = document.getNumber(STATUS).intValue();
        return ProcessingJobStatus.ofCode(code)
                .orElseThrow(() -> new BsonInvalidOperationException("no status " + code));
    }

    private static BsonInt64 millis(Instant time) {
        return new BsonInt64(time.toEpochMilli());
    }

    private static Instant time(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getNumber(field).longValue());
    }

    private static JobMessage message(BsonDocument document, String field) {
        return new JobMessage(document.getString(field).getValue());
    }

    private static <T> Optional<T> optional(
            BsonDocument document, String field, Function<String, T> read) {
        return document.containsKey(field) ? Optional.of(read.apply(field)) : Optional.empty();
    }
}
