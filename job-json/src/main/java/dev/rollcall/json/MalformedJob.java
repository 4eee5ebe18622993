package dev.rollcall.json;

/// A JSON value does not describe a processing job.
public final class MalformedJob extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MalformedJob(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// A sentence that names the member.
    public String reason() {
        return reason;
    }
}
