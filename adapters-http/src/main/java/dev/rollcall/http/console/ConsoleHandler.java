package dev.rollcall.http.console;

import dev.rollcall.http.observed.RequestNotes;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Answers `GET` and `HEAD` for the files of the console, without asking for a signature: they are
/// the same for everybody and know no job. Every other request goes to the next handler.
///
/// A path is compared as it was received, neither decoded nor normalised. So there is one spelling
/// of each that leads here, and none that leads anywhere else.
public final class ConsoleHandler extends Handler.Wrapper {

    /// As observers call it.
    private static final String OPERATION = "Console";

    /// Where the page is.
    public static final String PATH = "/console/";

    private static final String PATH_WITHOUT_SLASH = "/console";

    private final Map<String, ConsoleFile> files =
            ConsoleFile.all().stream()
                    .collect(Collectors.toUnmodifiableMap(ConsoleFile::path, Function.identity()));

    public ConsoleHandler(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path == null || !reads(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        if (path.equals(PATH_WITHOUT_SLASH)) {
            RequestNotes.of(request).operation(OPERATION);
            redirect(response, callback);
            return true;
        }
        var file = files.get(path);
        if (file == null) {
            return super.handle(request, response, callback);
        }
        RequestNotes.of(request).operation(OPERATION);
        file.answer(request, response, callback);
        return true;
    }

    private static boolean reads(String method) {
        return HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
    }

    /// To what a person means who leaves the last slash out.
    private static void redirect(Response response, Callback callback) {
        response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
        response.getHeaders().put(HttpHeader.LOCATION, PATH);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        callback.succeeded();
    }
}
