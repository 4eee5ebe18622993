package dev.rollcall.bootstrap.serve;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// SIGTERM as a request that the program answers itself, and so with an exit status of its own. The
/// JVM would answer it with status 143, however clean the end.
final class TerminationSignal {

    /// That of a program which the signal ends.
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final CountDownLatch received = new CountDownLatch(1);
    private final AtomicBoolean isFirst = new AtomicBoolean(true);
    private final Runnable first;
    private final Runnable second;

    private TerminationSignal(Runnable first, Runnable second) {
        this.first = first;
        this.second = second;
    }

    /// Expects SIGTERM from now on. The second one ends the process at once.
    ///
    /// @param first what to do as soon as the first one comes
    /// @param second what to do before the process ends for the second one
    static TerminationSignal expect(Runnable first, Runnable second) {
        var signal = new TerminationSignal(first, second);
        try {
            signal.handle();
        } catch (ReflectiveOperationException e) {
            throw withoutSignals(e);
        }
        return signal;
    }

    /// Sends it to this process, which must expect it.
    static void raise() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            var _ = signal.getMethod("raise", signal).invoke(null, term(signal));
        } catch (ReflectiveOperationException e) {
            throw withoutSignals(e);
        }
    }

    private static IllegalStateException withoutSignals(ReflectiveOperationException e) {
        return new IllegalStateException("every JDK has sun.misc.Signal", e);
    }

    private static Object term(Class<?> signal) throws ReflectiveOperationException {
        return signal.getConstructor(String.class).newInstance("TERM");
    }

    /// By reflection: the JDK has no other interface for signals, and the compiler warns of this
    /// one in a way that nothing suppresses.
    private void handle() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method handle = signal.getMethod("handle", signal, handler);
        Object own =
                Proxy.newProxyInstance(
                        TerminationSignal.class.getClassLoader(),
                        new Class<?>[] {handler},
                        (_, _, _) -> {
                            receive();
                            return null;
                        });
        var _ = handle.invoke(null, term(signal), own);
    }

    /// Each signal is received by a thread of its own.
    private void receive() {
        if (isFirst.compareAndSet(true, false)) {
            first.run();
            received.countDown();
            return;
        }
        second.run();
        Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
    }

    void await() throws InterruptedException {
        received.await();
    }
}
