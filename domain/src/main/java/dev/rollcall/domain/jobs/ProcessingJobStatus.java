package dev.rollcall.domain.jobs;

import java.util.List;
import java.util.Optional;

/// The status of a processing job, in the order of the SageMaker API (`ProcessingJobStatus`).
///
/// A listing by `Status` sorts by the wire name, which is the order of the codes.
public enum ProcessingJobStatus {
    IN_PROGRESS("InProgress", 30),
    COMPLETED("Completed", 10),
    FAILED("Failed", 20),
    STOPPING("Stopping", 50),
    STOPPED("Stopped", 40);

    private static final List<ProcessingJobStatus> ALL = List.of(values());

    private final String wireName;
    private final int code;

    ProcessingJobStatus(String wireName, int code) {
        this.wireName = wireName;
        this.code = code;
    }

    /// The name that clients send and see.
    public String wireName() {
        return wireName;
    }

    /// A number between 1 and 127 that stores and tokens use in place of the name. Codes sort as
    /// the wire names do and never change; the gaps are for statuses that AWS may add.
    public int code() {
        return code;
    }

    /// Whether a job remains in this status: it has ended.
    boolean isTerminal() {
        return switch (this) {
            case COMPLETED, FAILED, STOPPED -> true;
            case IN_PROGRESS, STOPPING -> false;
        };
    }

    /// The status with this wire name, if there is one; upper and lower case matter.
    public static Optional<ProcessingJobStatus> ofWireName(String wireName) {
        return ALL.stream().filter(s -> s.wireName.equals(wireName)).findFirst();
    }

    /// The status with this code, if there is one.
    public static Optional<ProcessingJobStatus> ofCode(int code) {
        for (var status : ALL) {
            if (status.code == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /// All wire names, in the order of the API.
    public static List<String> wireNames() {
        return ALL.stream().map(ProcessingJobStatus::wireName).toList();
    }
}
