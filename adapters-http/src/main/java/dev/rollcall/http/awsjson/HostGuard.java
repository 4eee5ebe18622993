package dev.rollcall.http.awsjson;

import dev.rollcall.http.access.AllowedHosts;
import dev.rollcall.http.request.Answering;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Refuses, from the head alone, whatever a web page may have a browser send: requests for a name
/// that is not the server's, and on behalf of another site.
public final class HostGuard extends Handler.Wrapper {

    private final AllowedHosts allowed;
    private final Answering answering;

    public HostGuard(AllowedHosts allowed, Answering answering, Handler handler) {
        super(handler);
        this.allowed = allowed;
        this.answering = answering;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var headers = request.getHeaders();
        if (allowed.allow(
                headers.getValuesList(HttpHeader.HOST), headers.getValuesList(HttpHeader.ORIGIN))) {
            return super.handle(request, response, callback);
        }
        answering.refuseAndClose(AwsError.foreignHost().response(), request, response);
        callback.succeeded();
        return true;
    }
}
