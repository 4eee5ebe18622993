package dev.rollcall.bootstrap.serve;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// SIGTERM as a request that the program answers itself, and so with an exit status of its own. The
/// JVM would answer it with status 143, however clean the end.
final class TerminationSignal {

    private final CountDownLatch received = new CountDownLatch(1);

    private TerminationSignal() {}

    /// Expects the first SIGTERM from now on. The JVM answers any further one: it ends the process
    /// after its shutdown hooks.
    static TerminationSignal expect() {
        var signal = new TerminationSignal();
        try {
            signal.handleOnce();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every JDK has sun.misc.Signal", e);
        }
        return signal;
    }

    /// By reflection: the JDK has no other interface for signals, and the compiler warns of this
    /// one in a way that nothing suppresses.
    private void handleOnce() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method handle = signal.getMethod("handle", signal, handler);
        Object term = signal.getConstructor(String.class).newInstance("TERM");
        var ofTheJvm = new CompletableFuture<Object>();
        Object once =
                Proxy.newProxyInstance(
                        TerminationSignal.class.getClassLoader(),
                        new Class<?>[] {handler},
                        (_, _, _) -> {
                            handle.invoke(null, term, ofTheJvm.join());
                            received.countDown();
                            return null;
                        });
        ofTheJvm.complete(handle.invoke(null, term, once));
    }

    void await() throws InterruptedException {
        received.await();
    }
}
