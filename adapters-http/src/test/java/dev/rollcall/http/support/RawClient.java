package dev.rollcall.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A client that sends any bytes.
public final class RawClient implements AutoCloseable {

    /// Longer than any server here may take, so that a test that hangs fails.
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    public static RawClient connect(int port) throws IOException {
        return connect(port, 0);
    }

    /// A client that is slow to take in what it gets.
    ///
    /// @param receiveBuffer what the kernel may take in before the client reads, in bytes; 0 leaves
    ///   that to the kernel
    public static RawClient connect(int port, int receiveBuffer) throws IOException {
        var socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return over(socket);
    }

    /// A client that speaks through a socket which is connected.
    public static RawClient over(Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new RawClient(socket);
    }

    /// A response.
    ///
    /// @param headers by their names in lower case
    /// @param head the status line and the headers as they came
    public record Response(int status, Map<String, String> headers, String head, String body) {}

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Sends as much as the server takes before it closes the connection.
    public RawClient sendWhileOpen(byte[] bytes) {
        try {
            send(bytes);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
        return this;
    }

    public Response receive() throws IOException {
        return receive(true);
    }

    /// The response to a `HEAD`, which announces a body and has none.
    public Response receiveHead() throws IOException {
        return receive(false);
    }

    private Response receive(boolean withBody) throws IOException {
        String head = readHead();
        Map<String, String> headers = new LinkedHashMap<>();
        head.lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .forEach(field -> headers.put(field[0].toLowerCase(Locale.ROOT), field[1]));
        int length = withBody ? Integer.parseInt(headers.get("content-length")) : 0;
        byte[] body = socket.getInputStream().readNBytes(length);
        assertThat(body).hasSize(length);
        return new Response(
                Integer.parseInt(head.substring(9, 12)),
                headers,
                head,
                new String(body, StandardCharsets.UTF_8));
    }

    private String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection was closed after: " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /// Whether something has been received that was not read yet.
    public boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /// Whether a byte of a response comes within this time. The byte is lost.
    public boolean receivesWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    /// Sends no more, but still receives.
    public void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }

    /// All responses until the server closes the connection.
    public List<Response> receiveAll() throws IOException {
        List<Response> responses = new ArrayList<>();
        try {
            while (true) {
                responses.add(receive());
            }
        } catch (EOFException e) {
            return responses;
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
            return responses;
        }
    }

    /// Reads some bytes of a response; false when the server has closed the connection.
    public boolean receivesUpTo(int bytes) throws IOException {
        try {
            return socket.getInputStream().read(new byte[bytes]) >= 0;
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
            return false;
        }
    }

    /// Waits until the server has closed the connection, and ignores what it still sends.
    public void awaitClose() throws IOException {
        while (receivesUpTo(4096)) {}
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
