package dev.rollcall.bootstrap;

import dev.rollcall.domain.Scope;
import dev.rollcall.http.HttpSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/// The options that say where the server listens.
final class ServerOptions {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The loopback address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    HttpSettings settings(Scope scope) {
        requireLoopback();
        if (port < 0 || port > 65535) {
            throw new Refusal(
                    "There is no port %d.".formatted(port), "choose one from 0 to 65535.");
        }
        return HttpSettings.of(host, port, scope.account(), scope.region());
    }

    /// Requests are not authenticated, so nobody but this machine may send any.
    private void requireLoopback() {
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                throw new Refusal(
                        "%s is not a loopback address, and requests are not authenticated."
                                .formatted(host),
                        "listen on 127.0.0.1, and put a proxy that authenticates before it.");
            }
        } catch (UnknownHostException e) {
            throw new Refusal(
                    "The host %s is not known.".formatted(host), "use --host 127.0.0.1.", e);
        }
    }
}
