package dev.rollcall.domain.jobs;

import dev.rollcall.domain.validation.Violation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The status of a processing job (SageMaker API, `ProcessingJobStatus`).
///
/// A listing by `Status` sorts by the wire name. The constants stand in that order, so that their
/// natural order is the listing's.
public enum ProcessingJobStatus {
    COMPLETED("Completed", 10),
    FAILED("Failed", 20),
    IN_PROGRESS("InProgress", 30),
    STOPPED("Stopped", 40),
    STOPPING("Stopping", 50);

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

    /// A number between 1 and 127 that stores and tokens keep in place of the name. Codes sort as
    /// the wire names do and never change; the gaps are for statuses that AWS may add.
    public int code() {
        return code;
    }

    /// The status of a wire name, if there is one; upper and lower case matter.
    public static Optional<ProcessingJobStatus> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(s -> s.wireName.equals(wireName)).findFirst();
    }

    /// What to say of a wire name that is none; the allowed names stand in the model's order.
    public static Violation notInEnum(String member, String value) {
        var allowed = List.of("InProgress", "Completed", "Failed", "Stopping", "Stopped");
        return new Violation.NotInEnum(member, value, allowed);
    }

    /// The status of a code, if there is one.
    public static Optional<ProcessingJobStatus> ofCode(int code) {
        return Arrays.stream(values()).filter(s -> s.code == code).findFirst();
    }
}
