package dev.rollcall.domain.tokens;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.TimeField;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;

/// What binds a page token to its listing: a digest of the operation, the scope, the order and the
/// filters, but not of the page size, which may change from page to page.
///
/// The operation is part of it because the lists of other kinds of jobs have the same members:
/// without it, their tokens would open here. The digested text is part of the token's format: it
/// must not change within a version.
final class Fingerprint {

    static final int LENGTH = 32;

    private static final String OPERATION = "ListProcessingJobs";

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    static Fingerprint of(ListingQuery query) {
        return of(OPERATION, query);
    }

    static Fingerprint of(String operation, ListingQuery query) {
        var digest = sha256();
        Stream.concat(
                        Stream.of(
                                operation,
                                query.scope().account().value(),
                                query.scope().region().value(),
                                query.ordering().key().wireName(),
                                query.ordering().order().wireName()),
                        query.filters().stream().map(Fingerprint::text).sorted())
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        part -> {
                            digest.update(ByteBuffer.allocate(4).putInt(part.length).flip());
                            digest.update(part);
                        });
        return new Fingerprint(digest.digest());
    }

    static Fingerprint readFrom(ByteBuffer buffer) {
        var bytes = new byte[LENGTH];
        buffer.get(bytes);
        return new Fingerprint(bytes);
    }

    void writeTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    boolean isOf(ListingQuery query) {
        return Arrays.equals(bytes, of(query).bytes);
    }

    private static String text(Criterion.Filter filter) {
        return switch (filter) {
            case Criterion.NameContains(var text) -> "NameContains " + text;
            case Criterion.StatusIs(var status) -> "StatusEquals " + status.wireName();
            case Criterion.After(var field, var time) ->
                    text(field) + "After " + time.toEpochMilli();
            case Criterion.Before(var field, var time) ->
                    text(field) + "Before " + time.toEpochMilli();
        };
    }

    private static String text(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> "CreationTime";
            case LAST_MODIFIED_TIME -> "LastModifiedTime";
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
