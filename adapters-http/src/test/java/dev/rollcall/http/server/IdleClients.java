package dev.rollcall.http.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A program that opens many connections and sends nothing until its input ends. It runs in a
/// process of its own, so that its sockets do not count towards the server's limits.
final class IdleClients {

    private IdleClients() {}

    public static void main(String[] arguments) throws IOException {
        var server =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        List<SocketChannel> open = new ArrayList<>();
        while (open.size() < count) {
            open.add(SocketChannel.open(server));
        }
        IO.println("open");
        while (System.in.read() >= 0) {}
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
