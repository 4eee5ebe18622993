package dev.rollcall.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.TokenSecret;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The token keys of all replicas, a document each, whose identifier is the key's number.
record TokenKeyDocuments(MongoCollection<BsonDocument> collection, Deadline deadline) {

    private static final String NUMBER = "_id";
    private static final String ADDED = "added";
    private static final String SECRET = "secret";

    List<SharedTokenKey> read() {
        return deadline.on(collection)
                .find()
                .map(
                        document ->
                                new SharedTokenKey(
                                        document.getNumber(NUMBER).intValue(),
                                        Instant.ofEpochMilli(document.getNumber(ADDED).longValue()),
                                        new TokenSecret(document.getString(SECRET).getValue())))
                .into(new ArrayList<>());
    }

    boolean add(SharedTokenKey key) {
        var document =
                new BsonDocument(NUMBER, new BsonInt32(key.number()))
                        .append(ADDED, new BsonInt64(key.added().toEpochMilli()))
                        .append(SECRET, new BsonString(key.secret().base64()));
        try {
            deadline.on(collection).insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    boolean remove(SharedTokenKey key) {
        Bson number = Filters.eq(NUMBER, key.number());
        return deadline.on(collection).deleteOne(number).getDeletedCount() == 1;
    }
}
