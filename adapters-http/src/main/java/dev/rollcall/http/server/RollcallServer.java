package dev.rollcall.http.server;

import dev.rollcall.application.NanoClock;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AllowedHosts;
import dev.rollcall.http.access.Authenticator;
import dev.rollcall.http.awsjson.AwsErrorHandler;
import dev.rollcall.http.awsjson.AwsJsonHandler;
import dev.rollcall.http.awsjson.HostGuard;
import dev.rollcall.http.awsjson.Operations;
import dev.rollcall.http.console.ConsoleHandler;
import dev.rollcall.http.intake.IntakeAccess;
import dev.rollcall.http.intake.IntakeHandler;
import dev.rollcall.http.observed.ObservedAnswers;
import dev.rollcall.http.observed.RequestObserver;
import dev.rollcall.http.request.Answering;
import dev.rollcall.http.request.BodyMemory;

import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// The HTTP server: answers AWS JSON 1.1 requests with the use cases that it is given.
///
/// The package `dev.rollcall.http` describes the way of a request through the classes.
public final class RollcallServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RollcallServer.class);

    /// How long refusals may take that were asked for at the very last.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final HttpSettings settings;
    private final Server server;
    private final TimedConnector connector;
    private final Optional<Tls> tls;
    private final BodyMemory bodies;
    private final Answering answering;
    private final Draining draining;

    /// A server that nobody watches.
    public RollcallServer(ServedUseCases useCases, HttpSettings settings, InstantSource clock) {
        this(useCases, settings, clock, RequestObserver.NOBODY);
    }

    /// @param observer is told of each request that was answered
    public RollcallServer(
            ServedUseCases useCases,
            HttpSettings settings,
            InstantSource clock,
            RequestObserver observer) {
        this.settings = settings;
        var limits = settings.limits();
        // Without a limit on threads: a thread that waits for a slow client costs almost nothing,
        // and with a limit a few slow clients would block all others.
        server = new Server(new VirtualThreadPool(0));
        tls = settings.tls().map(files -> new Tls(files, clock));
        bodies = new BodyMemory(limits.bodyMemoryBytes(), NanoClock.SYSTEM);
        answering = AwsJsonHandler.answering(bodies, limits.clientTimeout());
        connector = new TimedConnector(server, settings, connectionFactories(limits));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        // Whatever is to be waited for was waited for before.
        server.setStopTimeout(0);
        var errors = new AwsErrorHandler();
        server.setErrorHandler(errors);
        server.setRequestLog(new ObservedAnswers(observer));

        var authenticator = Authenticators.of(settings.access(), clock);
        var handlers =
                new Handler.Sequence(
                        intake(useCases, authenticator, clock),
                        new AwsJsonHandler(
                                operations(useCases, settings), authenticator, answering));
        draining = new Draining(guarded(withConsole(handlers)), errors, limits.clientTimeout());
        server.setHandler(new RequestTimes(draining));
    }

    /// A request that is signed for its `Host` needs no guard, and a server for anybody has none.
    private Handler guarded(Handler handler) {
        return switch (settings.access()) {
            case Access.Open open -> {
                Set<String> hosts = new HashSet<>(open.hosts());
                hosts.add(settings.host());
                yield new HostGuard(new AllowedHosts(hosts), answering, handler);
            }
            case Access.Anybody _, Access.Signed _ -> handler;
        };
    }

    private Handler withConsole(Handler handler) {
        return settings.console() ? new ConsoleHandler(handler) : handler;
    }

    private IntakeHandler intake(
            ServedUseCases useCases, Authenticator authenticator, InstantSource clock) {
        var intake = settings.intake();
        return new IntakeHandler(
                new IntakeAccess(intake.keys(), settings.access(), authenticator),
                useCases.recordProcessingJobs(),
                intake.maxAhead(),
                clock,
                answering);
    }

    private static Operations operations(ServedUseCases useCases, HttpSettings settings) {
        int bodyBytes = settings.limits().bodyBytes();
        return Operations.over(
                        useCases.listProcessingJobs(),
                        useCases.describeProcessingJob(),
                        useCases.listTags(),
                        settings.defaultSortOrder(),
                        bodyBytes)
                .with(useCases.simulation(), settings.faults(), bodyBytes);
    }

    private ConnectionFactory[] connectionFactories(HttpSettings.Limits limits) {
        var http = new HttpConnectionFactory(HttpRules.of(limits));
        return tls.map(t -> new ConnectionFactory[] {t.over(http), http})
                .orElseGet(() -> new ConnectionFactory[] {http});
    }

    /// Starts to listen. When this returns, requests are answered.
    ///
    /// @throws BindException if the port is in use or the address is not of this machine; the
    ///   message names both
    /// @throws TlsFiles.Unusable if the server cannot use these files for TLS
    /// @throws IOException if the server cannot start for another reason
    public void start() throws IOException {
        try {
            reloadTls();
            connector.open();
            server.start();
        } catch (IOException e) {
            throw e.getCause() instanceof BindException bind ? notBound(bind) : e;
        } catch (Exception e) {
            close();
            throw new IOException("The server cannot start: " + e.getMessage(), e);
        }
    }

    /// Reads the certificate and its key again. Open connections continue with the old ones.
    ///
    /// @throws TlsFiles.Unusable if the files can't be read or are not a certificate and its key;
    ///   the old ones remain in use
    public void reloadTls() throws TlsFiles.Unusable {
        if (tls.isPresent()) {
            tls.get().reload();
        }
    }

    private BindException notBound(BindException cause) {
        var named =
                new BindException(
                        "Cannot listen on %s port %s: %s"
                                .formatted(settings.host(), settings.port(), cause.getMessage()));
        named.initCause(cause);
        return named;
    }

    /// The port that the server listens on; never 0.
    ///
    /// @throws IllegalStateException if the server does not listen
    public int port() {
        int port = connector.getLocalPort();
        if (port < 1) {
            throw new IllegalStateException("the server does not listen");
        }
        return port;
    }

    /// The address that clients may use as their endpoint.
    ///
    /// @throws IllegalStateException if the server does not listen
    public URI uri() {
        String host = settings.host();
        String spelled = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((tls.isPresent() ? "https://" : "http://") + spelled + ":" + port());
    }

    /// Where the page for people is, if the settings have the server show one.
    ///
    /// @throws IllegalStateException if the server does not listen
    public URI consoleUri() {
        return uri().resolve(ConsoleHandler.PATH);
    }

    /// Refuses all further requests, waits up to the stop timeout for those that are being
    /// answered, stops listening, and ends. Until then clients are accepted and told to ask
    /// elsewhere, because a load balancer may send some for a while. An interrupt ends the wait.
    /// Closing again does nothing.
    @Override
    public synchronized void close() {
        boolean interrupted = false;
        try {
            if (server.isStarted()) {
                drain();
            }
        } catch (TimeoutException e) {
            LOG.warn(
                    "Some requests were cut off because they did not finish within {}",
                    settings.limits().stopTimeout());
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            stop();
            if (interrupted) { // Not before: Jetty would stop half way.
                Thread.currentThread().interrupt();
            }
        }
    }

    private void drain() throws InterruptedException, TimeoutException {
        draining.begin();
        try {
            Thread.sleep(settings.limits().drain());
            bodies.refuseUnfinished();
            draining.awaitAnswers(settings.limits().stopTimeout());
        } finally {
            connector.closeListener();
        }
        connector.endConnections();
        draining.awaitAnswers(LAST_ANSWERS);
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }
}
