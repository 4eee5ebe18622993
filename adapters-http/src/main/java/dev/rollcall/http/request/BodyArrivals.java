package dev.rollcall.http.request;

import org.eclipse.jetty.server.Request;

/// Tells when more of a request's body has arrived. Jetty can be asked for that once at a time;
/// here whoever asks later takes the place of whoever asked before.
final class BodyArrivals {

    private static final String ATTRIBUTE = BodyArrivals.class.getName();

    private final Request request;
    private Runnable next = () -> {};
    private boolean asked;

    private BodyArrivals(Request request) {
        this.request = request;
    }

    static BodyArrivals of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof BodyArrivals known) {
            return known;
        }
        var arrivals = new BodyArrivals(request);
        request.setAttribute(ATTRIBUTE, arrivals);
        return arrivals;
    }

    /// Runs this when there is something to read, in another thread or at once.
    void next(Runnable action) {
        synchronized (this) {
            next = action;
            if (asked) {
                return;
            }
            asked = true;
        }
        request.demand(this::arrived);
    }

    private void arrived() {
        Runnable action;
        synchronized (this) {
            asked = false;
            action = next;
        }
        action.run();
    }
}
