package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;

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
