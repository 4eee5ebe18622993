package dev.rollcall.jdbc.postgres;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.SocketFactory;

/// Makes the driver's sockets so that the one of a connection can be found, which the driver tells
/// nobody: below its TLS, if there is any.
///
/// The driver makes one of these by its name, for each connection whose URL names no other factory.
public final class RawSockets extends SocketFactory {

    /// Where a socket whose timeout is set leaves itself.
    private static final ScopedValue<AtomicReference<Optional<Socket>>> FOUND =
            ScopedValue.newInstance();

    /// Switches a connection's timeout off, which the driver passes on to its socket.
    ///
    /// @return the socket, if it is from here
    static Optional<Socket> withoutTimer(Connection connection) throws SQLException {
        var found = new AtomicReference<>(Optional.<Socket>empty());
        return ScopedValue.where(FOUND, found)
                .call(
                        () -> {
                            connection.setNetworkTimeout(Runnable::run, 0);
                            return found.get();
                        });
    }

    @Override
    public Socket createSocket() {
        return new RawSocket();
    }

    private static final class RawSocket extends Socket {

        @Override
        public void setSoTimeout(int timeout) throws SocketException {
            super.setSoTimeout(timeout);
            if (FOUND.isBound()) {
                FOUND.get().set(Optional.of(this));
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("The driver connects its sockets by itself.");
    }
}
