package dev.rollcall.http.awsjson;

import dev.rollcall.http.access.AllowedHosts;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.concurrent.TimeUnit;

/// Refuses, from the head alone, whatever a web page may have a browser send: requests for a name
/// that is not the server's, and on behalf of another site.
public final class HostGuard extends Handler.Wrapper {

    /// How long to continue reading a body that is refused. Closing a connection that has unread
    /// bytes resets it, and the client may lose the answer.
    private static final int LINGER_SECONDS = 2;

    private final AllowedHosts allowed;

    public HostGuard(AllowedHosts allowed, Handler handler) {
        super(handler);
        this.allowed = allowed;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = request.getHeaders();
        if (allowed.allow(
                headers.getValuesList(HttpHeader.HOST), headers.getValuesList(HttpHeader.ORIGIN))) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        var discarded = new Callback.Completable();
        AwsError.foreignHost()
                .response()
                .write(
                        request,
                        response,
                        Callback.from(
                                () -> Content.Source.consumeAll(request, discarded),
                                discarded::failed));
        var _ =
                discarded
                        .orTimeout(LINGER_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((_, _) -> callback.succeeded());
        return true;
    }
}
