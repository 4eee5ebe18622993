package dev.rollcall.domain.listings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The direction of a listing (SageMaker API, `SortOrder`), for ties too.
public enum SortOrder {
    ASCENDING("Ascending"),
    DESCENDING("Descending");

    private final String wireName;

    SortOrder(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// The order with this wire name, if there is one; upper and lower case matter.
    public static Optional<SortOrder> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(o -> o.wireName.equals(wireName)).findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(SortOrder::wireName).toList();
    }

    /// An ascending comparison, turned into this direction.
    int turn(int ascending) {
        return this == ASCENDING ? ascending : -Integer.signum(ascending);
    }
}
