package dev.rollcall.bench.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.bench.fault.Load.Mix;
import dev.rollcall.bench.fault.Tally.Harm;
import dev.rollcall.bench.packaged.Exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Clients that send heads and bodies, and take answers, a byte at a time.
///
/// @param each how many send heads, and how many send bodies
record SlowClients(int each) implements Scenario {

    private static final int TIMEOUT_SECONDS = 4;

    /// How long after its timeout the server may let a client be.
    private static final int SLACK_SECONDS = 20;

    private static final int BYTE_EVERY_MILLIS = 50;

    /// How many bytes the system keeps for a client: few, so that the server feels how slow it is.
    private static final int BUFFER = 4_096;

    /// More than the systems of both sides keep: on the loopback interface that is 3 MB.
    private static final int PAGES = 400;

    /// Of so many there is one that takes answers, since each makes the server fill those 3 MB.
    private static final int PER_READER = 10;

    private static final Set<Kind> SENDING = EnumSet.of(Kind.HEAD, Kind.BODY);

    private static final byte[] PAGE = Exchange.listing("{\"MaxResults\":100}");

    @Override
    public String name() {
        return "slow-clients";
    }

    @Override
    public String fault() {
        return """
        %d clients that send heads, %d that send bodies and %d that take pages a byte at a time, \
        until the server has closed each of them (`--client-timeout %d`); H2\
        """
                .formatted(each, each, each / PER_READER, TIMEOUT_SECONDS);
    }

    @Override
    public Outcome run(Path directory, Pace pace) throws Exception {
        try (var stored = Storage.H2.open(directory);
                var subject = stored.subject("192m", "--client-timeout", TIMEOUT_SECONDS + "")) {
            subject.start();
            try (var trial =
                    Trial.start(subject, new Mix(4, 4, 2, 20), new Requests.Open(), pace)) {
                var before = trial.rest();
                trial.suffer(
                        Harm.NONE,
                        () -> {
                            for (Thread client : clients(subject, trial.tally(), pace)) {
                                client.join();
                            }
                        },
                        () -> {});
                return trial.end(before);
            }
        }
    }

    private List<Thread> clients(Subject subject, Tally tally, Pace pace) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < pace.times(each); i++) {
            for (var kind : i % PER_READER == 0 ? EnumSet.allOf(Kind.class) : SENDING) {
                threads.add(Thread.ofVirtual().start(() -> run(kind, subject, tally)));
            }
        }
        return threads;
    }

    private enum Kind {
        HEAD,
        BODY,
        ANSWER
    }

    private static void run(Kind kind, Subject subject, Tally tally) {
        long begun = System.nanoTime();
        use(kind, subject, tally);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds < TIMEOUT_SECONDS - 1) {
            tally.wrong("a slow client is closed after %.1f s: %s".formatted(seconds, kind));
        }
    }

    private static void use(Kind kind, Subject subject, Tally tally) {
        long end = System.nanoTime() + (TIMEOUT_SECONDS + SLACK_SECONDS) * 1_000_000_000L;
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(BUFFER);
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), subject.server().port()));
            socket.setSoTimeout(BYTE_EVERY_MILLIS);
            begin(kind, socket);
            while (System.nanoTime() < end) {
                if (kind == Kind.ANSWER ? !takes(socket) : !sends(socket)) {
                    return;
                }
            }
            tally.wrong("a slow client is not closed: " + kind);
        } catch (IOException e) {
            return; // Closed by the server.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void begin(Kind kind, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (kind) {
            case HEAD -> out.write("POST / HTTP/1.1\r\nX-Slow: ".getBytes(US_ASCII));
            case BODY -> out.write(Exchange.head("Content-Length: 100000"));
            case ANSWER -> {
                for (int i = 0; i < PAGES; i++) {
                    out.write(PAGE);
                }
            }
        }
    }

    /// Takes a byte of an answer, and sends one, which shows whether the server still listens.
    private static boolean takes(Socket socket) throws IOException, InterruptedException {
        Thread.sleep(BYTE_EVERY_MILLIS);
        socket.getOutputStream().write(' ');
        return isOpen(socket);
    }

    /// Sends a byte, and looks whether the server has answered.
    private static boolean sends(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        return isOpen(socket);
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true; // Nothing has come.
        }
    }
}
