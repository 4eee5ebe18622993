package dev.rollcall.http.awsjson;

import dev.rollcall.http.request.NoRoomForBody;
import dev.rollcall.http.request.RequestId;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/// Answers, in the form of AWS, what Jetty refuses and what ends a request early. The connection
/// closes afterwards, because it is unknown where the next request would begin.
public final class AwsErrorHandler implements Request.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(AwsErrorHandler.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        AwsError error = error(response.getStatus(), cause);
        if (error.status() == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            LOG.error("Request {} failed", RequestId.of(request), cause);
        }
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        error.response().write(request, response, callback);
        return true;
    }

    private static AwsError error(int status, @Nullable Throwable cause) {
        return switch (cause) {
            case TimeoutException timeout -> AwsError.requestTimeout();
            case NoRoomForBody full -> AwsError.serviceUnavailable();
            case IOException malformed -> AwsError.badRequest(HttpStatus.BAD_REQUEST_400);
            case null, default ->
                    switch (status) {
                        case HttpStatus.INTERNAL_SERVER_ERROR_500 -> AwsError.internalFailure();
                        case HttpStatus.SERVICE_UNAVAILABLE_503 -> AwsError.serviceUnavailable();
                        default -> AwsError.badRequest(status);
                    };
        };
    }
}
