package dev.rollcall.http.observed;

import dev.rollcall.http.request.RequestId;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

import java.time.Duration;

/// Tells an observer of every request that Jetty has answered, also of those that Jetty refuses
/// itself.
public record ObservedAnswers(RequestObserver observer) implements RequestLog {

    @Override
    public void log(Request request, Response response) {
        observer.answered(
                new AnsweredRequest(
                        RequestId.of(request),
                        response.getStatus(),
                        Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime()),
                        RequestNotes.of(request)));
    }
}
