package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a listing is sorted by (SageMaker API, `SortBy`); ties are sorted by name.
public enum SortKey {
    NAME("Name"),
    CREATION_TIME("CreationTime"),
    STATUS("Status");

    private final String wireName;

    SortKey(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The key with this wire name, if there is one; upper and lower case matter.
    public static Optional<SortKey> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(k -> k.wireName.equals(wireName)).findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(SortKey::wireName).toList();
    }

    /// The position of a job in a listing that is sorted by this key.
    Position positionOf(ProcessingJob job) {
        return switch (this) {
            case NAME -> new Position.ByName(job.name());
            case CREATION_TIME -> new Position.ByCreationTime(job.creationTime(), job.name());
            case STATUS -> new Position.ByStatus(job.status(), job.name());
        };
    }
}
