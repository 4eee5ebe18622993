package dev.rollcall.http.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Reports to the end point of a connection when a request has begun and when it was answered.
final class RequestTimes extends Handler.Wrapper {

    RequestTimes(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var endPoint = TimedEndPoint.of(request);
        endPoint.headArrived();
        request.addHttpStreamWrapper(stream -> new AnsweredStream(stream, endPoint));
        return super.handle(request, response, callback);
    }

    /// A stream that fails closes its connection, so only success matters.
    private static final class AnsweredStream extends HttpStream.Wrapper {

        private final TimedEndPoint endPoint;

        AnsweredStream(HttpStream stream, TimedEndPoint endPoint) {
            super(stream);
            this.endPoint = endPoint;
        }

        @Override
        public void succeeded() {
            // First, because the next request may be handled before `succeeded` returns.
            endPoint.answered();
            super.succeeded();
        }
    }
}
