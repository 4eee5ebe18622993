package dev.rollcall.mongo;

import de.bwaldvogel.mongo.MongoServer;

import java.net.InetSocketAddress;
import java.util.UUID;

/// A wire-compatible server in this process, on a port of its own. It is not MongoDB: it knows no
/// plans, no replica sets and no snapshots.
record TestServer(MongoServer server, InetSocketAddress address) implements AutoCloseable {

    static TestServer start() {
        var server = new MongoServer(new CopyingBackend());
        return new TestServer(server, server.bind());
    }

    int port() {
        return address.getPort();
    }

    /// A database that nobody has used, with time enough for a busy machine.
    String url() {
        return "mongodb://127.0.0.1:%d/rollcall-%s?timeoutMS=60000"
                .formatted(port(), UUID.randomUUID());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
