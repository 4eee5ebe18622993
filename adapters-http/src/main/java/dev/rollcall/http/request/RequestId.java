package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

import java.util.UUID;

/// The identifier of a request. The client gets it, so that its report leads to the lines in the
/// log.
public final class RequestId {

    public static final String HEADER = "x-amzn-RequestId";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /// A UUID of version 4, in lower case; always the same one for the same request.
    public static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
