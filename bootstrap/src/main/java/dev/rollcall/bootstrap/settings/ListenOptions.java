package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.http.access.AllowedHosts;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/// The options for where the server listens.
public final class ListenOptions {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Without --auth sigv4: answer also requests whose Host or Origin is this name."
                            + " Others are refused unless they name the loopback or what --host"
                            + " says, since a web page could have sent them.")
    private List<String> allowHosts = List.of();

    public String host() {
        return host;
    }

    public int port() {
        if (port < 0 || port > 65535) {
            throw new UserError(
                    "There is no port %d.".formatted(port), "choose one from 0 to 65535.");
        }
        return port;
    }

    /// Names that requests may use besides that of the loopback.
    ///
    /// @throws UserError if one is more than a name
    public Set<String> allowedHosts() {
        for (String name : allowHosts) {
            if (!AllowedHosts.isName(name)) {
                throw new UserError(
                        "--allow-host takes a name, and '%s' is none.".formatted(name),
                        "give it as in --allow-host jobs.example.com: without scheme and port.");
            }
        }
        return Set.copyOf(allowHosts);
    }

    /// Whether nobody but this machine can reach the server.
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UserError(
                    "The host %s is not known.".formatted(host), "use --host 127.0.0.1.", e);
        }
    }

    /// Whether a server of this machine can listen on an address.
    public static boolean isOfThisMachine(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false; // Nobody can listen on an address that has no meaning here.
        }
    }

    /// Refuses an address that other machines can reach: for a server that lets everybody in.
    public void requireLoopback() {
        if (!isLoopback()) {
            throw new UserError(
                    "%s can be reached from outside, and no request would be authenticated."
                            .formatted(host),
                    "serve with --auth sigv4 --access-keys FILE, or listen on 127.0.0.1.");
        }
    }
}
