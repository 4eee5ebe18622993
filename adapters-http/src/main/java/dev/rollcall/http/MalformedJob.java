package dev.rollcall.http;

/// A JSON value does not describe a processing job. The message is a sentence that names the member.
public final class MalformedJob extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJob(String message) {
        super(message);
    }
}
