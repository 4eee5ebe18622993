package dev.rollcall.domain.tokens;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What a page token of version 1 contains: when it was issued, for which listing, and where the
/// next page begins. For every position, the bytes are:
///
/// | bytes | what |
/// |---|---|
/// | 8 | time of issue, epoch milliseconds |
/// | 32 | fingerprint of the listing |
/// | 1 | sort key: 1 name, 2 creation time, 3 status |
/// | 8 | value of the sort key: 0, epoch milliseconds, status code |
/// | 1 | length of the name |
/// | 64 | name, padded with zeros, so that all contents have the same length |
record TokenContent(Instant issued, Fingerprint fingerprint, Position position) {

    private static final int NAME_FIELD = 64;

    static final int LENGTH = 8 + Fingerprint.LENGTH + 1 + 8 + 1 + NAME_FIELD;

    byte[] toBytes() {
        byte[] name = position.name().value().getBytes(StandardCharsets.US_ASCII);
        var buffer = ByteBuffer.allocate(LENGTH).putLong(issued.toEpochMilli());
        fingerprint.writeTo(buffer);
        return buffer.put(kind(position.key()))
                .putLong(position.keyValue())
                .put((byte) name.length)
                .put(name)
                .array();
    }

    private static byte kind(SortKey key) {
        return switch (key) {
            case NAME -> 1;
            case CREATION_TIME -> 2;
            case STATUS -> 3;
        };
    }

    /// Reads what [#toBytes] wrote; empty if it is anything else.
    static Optional<TokenContent> parse(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var issued = Instant.ofEpochMilli(buffer.getLong());
        var fingerprint = Fingerprint.readFrom(buffer);
        byte kind = buffer.get();
        long keyValue = buffer.getLong();
        var field = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(field, 0, Math.min(field.length, NAME_FIELD));
        var name = new String(field, StandardCharsets.US_ASCII);
        return ProcessingJobName.parse(name)
                .flatMap(jobName -> position(kind, keyValue, jobName))
                .map(position -> new TokenContent(issued, fingerprint, position))
                .filter(content -> Arrays.equals(content.toBytes(), bytes));
    }

    private static Optional<Position> position(byte kind, long keyValue, ProcessingJobName name) {
        return switch (kind) {
            case 1 -> Optional.of(new Position.ByName(name));
            case 2 ->
                    Optional.of(new Position.ByCreationTime(Instant.ofEpochMilli(keyValue), name));
            case 3 ->
                    ProcessingJobStatus.ofCode((int) keyValue)
                            .map(status -> new Position.ByStatus(status, name));
            default -> Optional.empty();
        };
    }

    boolean isFor(ListingQuery query) {
        return position.key() == query.ordering().key() && fingerprint.isOf(query);
    }
}
