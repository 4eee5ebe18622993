package dev.rollcall.domain.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An AWS region, by its code: `us-east-1`.
///
/// The list of regions grows, and a platform other than AWS may name its regions as it likes, so
/// any code of lower-case letters, digits and hyphens is a region.
public record Region(String value) implements Comparable<Region> {

    private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /// The partitions other than `aws`, by how the codes of their regions begin.
    private static final List<Map.Entry<String, String>> PARTITIONS =
            List.of(
                    Map.entry("cn-", "aws-cn"),
                    Map.entry("us-gov-", "aws-us-gov"),
                    Map.entry("us-iso-", "aws-iso"),
                    Map.entry("us-isob-", "aws-iso-b"),
                    Map.entry("eu-isoe-", "aws-iso-e"),
                    Map.entry("us-isof-", "aws-iso-f"),
                    Map.entry("eusc-", "aws-eusc"));

    /// @throws IllegalArgumentException if the value is not such a code of 1 to 32 characters
    public Region {
        if (!isRegion(value)) {
            throw new IllegalArgumentException("'" + value + "' is not the code of a region");
        }
    }

    /// The region with this code; empty if it cannot be the code of one.
    public static Optional<Region> parse(String value) {
        return Optional.of(value).filter(Region::isRegion).map(Region::new);
    }

    private static boolean isRegion(String value) {
        return PATTERN.matcher(value).matches();
    }

    /// The partition that this region belongs to, as it is written in an ARN.
    public String partition() {
        for (var partition : PARTITIONS) {
            if (value.startsWith(partition.getKey())) {
                return partition.getValue();
            }
        }
        return "aws";
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
