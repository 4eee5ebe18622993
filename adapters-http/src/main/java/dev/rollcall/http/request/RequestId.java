package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

import java.util.UUID;

/// The name of a request, by which a client's report finds its lines in the log.
public final class RequestId {

    public static final String HEADER = "x-amzn-RequestId";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /// A UUID of version 4, in lower case; the same each time for the same request.
    public static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
