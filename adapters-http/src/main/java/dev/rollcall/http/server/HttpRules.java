package dev.rollcall.http.server;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/// What the server takes for HTTP.
final class HttpRules {

    private HttpRules() {}

    static HttpConfiguration of(HttpSettings.Limits limits) {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(limits.headBytes());
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setHttpCompliance(HttpCompliance.STRICT);
        // Otherwise Jetty replaces a header that differs only in case from an earlier one of its
        // connection by that one, and takes an upper-case signature for the right one.
        configuration.setHeaderCacheCaseSensitive(true);
        // The path has no meaning, so none is ambiguous and none has to be refused.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }
}
