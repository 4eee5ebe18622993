package dev.rollcall.mongo;

import com.mongodb.client.model.Filters;

import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobId;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The details of a job as a document, in a collection apart from the jobs: what a listing fetches
/// is the document of a job, whole.
///
/// A member is an element of an array, not a field: its name may be any text.
final class DetailsDocument {

    static final String ID = "_id";

    private static final String MEMBERS = "members";
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final String JSON = "json";

    /// Counts the states of a document, so that it is not compared as a whole.
    private static final String REVISION = "revision";

    private DetailsDocument() {}

    /// The identifiers sort as tenants and then names do, which those of jobs do not: a blank comes
    /// before all that a region may have.
    static String id(ProcessingJobId job) {
        return JobDocument.tenant(job.scope()) + " " + job.name();
    }

    static String id(BsonDocument document) {
        return document.getString(ID).getValue();
    }

    /// A document's first state.
    static BsonDocument of(ProcessingJobId job, JobDetails details) {
        return document(new BsonString(id(job)), details, 1);
    }

    /// The state that follows the one that was read.
    static BsonDocument replacing(BsonDocument read, JobDetails details) {
        return document(read.getString(ID), details, revision(read) + 1);
    }

    /// The document as it was read, and no other state of it.
    static Bson unchanged(BsonDocument read) {
        return Filters.and(
                Filters.eq(ID, read.get(ID)), Filters.eq(REVISION, new BsonInt64(revision(read))));
    }

    private static long revision(BsonDocument document) {
        return document.getNumber(REVISION).longValue();
    }

    private static BsonDocument document(BsonString id, JobDetails details, long revision) {
        var members = new BsonArray();
        details.members()
                .forEach(
                        (name, detail) ->
                                members.add(
                                        new BsonDocument(NAME, new BsonString(name))
                                                .append(
                                                        VERSION,
                                                        new BsonInt64(
                                                                detail.version().toEpochMilli()))
                                                .append(JSON, new BsonString(detail.json()))));
        return new BsonDocument(ID, id)
                .append(MEMBERS, members)
                .append(REVISION, new BsonInt64(revision));
    }

    static JobDetails details(BsonDocument document) {
        Map<String, JobDetail> members = new TreeMap<>();
        for (var value : document.getArray(MEMBERS)) {
            var member = value.asDocument();
            members.put(
                    member.getString(NAME).getValue(),
                    new JobDetail(
                            Instant.ofEpochMilli(member.getNumber(VERSION).longValue()),
                            member.getString(JSON).getValue()));
        }
        return new JobDetails(members);
    }
}
